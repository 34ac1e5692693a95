import type { Column } from '../moments'
import { asSimple, type ReturnKind } from '../returns'

/**
 * Buy-and-hold abnormal return from the first session of a window on: Π(1 + R) - Π(1 + Rm), log returns taken as simple ones first; NaN from the first
 * missing return on. Not a CAR: it compounds. Source: Barber and Lyon, Detecting long-run abnormal stock returns (1997).
 */
export function buyAndHold(firm: Column, market: Column, kind: ReturnKind): Float64Array {
  const out = new Float64Array(firm.length)
  let held = 1
  let index = 1
  for (let j = 0; j < out.length; j++) {
    held *= 1 + asSimple(firm[j] as number, kind)
    index *= 1 + asSimple(market[j] as number, kind)
    out[j] = held - index
  }
  return out
}
