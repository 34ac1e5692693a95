import { Decimal } from 'decimal.js'

/** Decimal arithmetic with 40 significant digits: sums of money stay exact, and a quotient of two is never the cause of a verdict. */
export const Exact = Decimal.clone({ precision: 40 })
