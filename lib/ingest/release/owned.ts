import type { Mic } from '@/lib/market/exchange'
import type { Listing } from '@/lib/store/listing/list'
import { QuarantineError } from '@/lib/store/quarantine/close'
import type { QuarantineRow } from '@/lib/store/quarantine/list'
import type { ReleaseWay } from './ways'

/** A held row with the listing it is of. */
export interface Owned {
  readonly row: QuarantineRow
  readonly listing: Listing & { readonly mic: Mic }
}

/** What a release wrote: of which session, ex-date, fiscal label or day, and the figures, in JSON's form. */
export interface Written {
  readonly wrote: ReleaseWay['writes']
  readonly date: string
  readonly value: object
}

/** Why a row cannot be released as asked. */
export function notReleasable(row: QuarantineRow, why: string): QuarantineError {
  return new QuarantineError('not-releasable', `row ${row.id} cannot be released: ${why}`)
}
