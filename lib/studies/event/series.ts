import { alignSessions } from '@/lib/analytics/align'
import { type ReturnKind, returnsOf } from '@/lib/analytics/returns'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { listingSeries } from '../listingSeries'

/** Settled closes of a listing and its benchmark on the sessions both have, ascending. Prices on the split basis; return i is that of session i + 1. */
export interface StudySeries {
  readonly session: readonly string[]
  readonly close: readonly number[]
  /** As traded, decimal strings. */
  readonly traded: readonly string[]
  readonly benchmarkClose: readonly number[] | null
  /** Shares of the split basis, NaN where not known. */
  readonly volume: Float64Array
  /** Stored sessions after the last one above whose figures are not settled on one side or the other. */
  readonly unsettled: readonly string[]
  /** Feeds behind the listing's and the benchmark's bars. */
  readonly feeds: readonly string[]
  readonly returns: (kind: ReturnKind) => { readonly firm: Float64Array; readonly market: Float64Array | null }
}

async function settledBars(sql: Queryable, listing: Pick<Listing, 'id' | 'mic'>, now: Date) {
  const { bars, tradedClose } = await listingSeries(sql, listing, { basis: 'split' }, now)
  const at = bars.session.flatMap((_, i) => (bars.settled[i] ? [i] : []))
  return {
    session: at.map((i) => bars.session[i] ?? ''),
    close: at.map((i) => Number(bars.close[i])),
    traded: at.map((i) => tradedClose[i] ?? ''),
    volume: at.map((i) => bars.volume[i] ?? null),
    unsettled: bars.session.filter((_, i) => !bars.settled[i]),
    feeds: new Set(at.map((i) => bars.feed[i] ?? '')),
  }
}

/** The series a study of `listing` works on, as known at `now`; without a benchmark the listing's own sessions. */
export async function studySeries(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic'>,
  benchmark: Pick<Listing, 'id' | 'mic'> | null,
  now: Date,
): Promise<StudySeries> {
  const [own, other] = await Promise.all([
    settledBars(sql, listing, now),
    benchmark && settledBars(sql, benchmark, now),
  ])
  const everywhere = { session: own.session, first: own.session.map((_, i) => i), second: [] }
  const { session, first, second } = other ? alignSessions(own.session, other.session) : everywhere
  const close = first.map((i) => own.close[i] ?? Number.NaN)
  const benchmarkClose = other && second.map((i) => other.close[i] ?? Number.NaN)
  const last = session.at(-1) ?? ''
  const waiting = new Set([...own.unsettled, ...(other?.unsettled ?? [])])
  const kept = new Map<ReturnKind, { firm: Float64Array; market: Float64Array | null }>()
  return {
    session,
    close,
    traded: first.map((i) => own.traded[i] ?? ''),
    benchmarkClose,
    volume: Float64Array.from(first, (i) => Number(own.volume[i] ?? Number.NaN)),
    unsettled: [...waiting].filter((date) => date > last).sort(),
    feeds: [...new Set([...own.feeds, ...(other?.feeds ?? [])])].sort(),
    returns: (kind) => {
      const known = kept.get(kind)
      if (known) return known
      const made = { firm: returnsOf(close, kind), market: benchmarkClose && returnsOf(benchmarkClose, kind) }
      kept.set(kind, made)
      return made
    },
  }
}
