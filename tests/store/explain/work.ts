import { addMissingActions } from '@/lib/store/action/addMissing'
import { readSplitsBetween } from '@/lib/store/action/splitsBetween'
import { watchedForData } from '@/lib/store/alert/noData'
import { firstSettledSessions } from '@/lib/store/bar/first'
import { lastSettledCloses, readBars } from '@/lib/store/bar/read'
import { addMissingBars, type BarInput, writeBars } from '@/lib/store/bar/write'
import type { Store } from '@/lib/store/connection/store'
import { enqueuePlain, enqueueRepeats, enqueueSignals } from '@/lib/store/delivery/enqueue'
import { finishTry, takeDue } from '@/lib/store/delivery/take'
import { takeToken } from '@/lib/store/feed/takeToken'
import { sweepHistory } from '@/lib/store/history/sweep'
import { sweepExpired } from '@/lib/store/limit/sweep'
import type { Listing } from '@/lib/store/listing/list'
import { readLiveLines } from '@/lib/store/live/read'
import { sweepLive } from '@/lib/store/live/sweep'
import { readInnerGaps } from '@/lib/store/missing/innerGaps'
import { storedSessions } from '@/lib/store/missing/storedSessions'
import { writeMissing } from '@/lib/store/missing/write'
import { answeredBarKeys } from '@/lib/store/quarantine/answered'
import { readHeldSince } from '@/lib/store/quarantine/heldSince'
import { holdRows, withoutAnswered } from '@/lib/store/quarantine/hold'
import { supersedeHeld } from '@/lib/store/quarantine/supersede'
import { queueDepths } from '@/lib/store/queue/depth'
import { latestQuotes } from '@/lib/store/quote/read'
import { writeQuote } from '@/lib/store/quote/write'
import { finishRequest, progressRequest, takeRequest } from '@/lib/store/request/work'
import { beginRun } from '@/lib/store/run/begin'
import { lastBarsSuccess } from '@/lib/store/run/figures'
import { extendLease } from '@/lib/store/run/lease'
import { openSlots } from '@/lib/store/run/openSlots'
import { finishRun, recordAttempt } from '@/lib/store/run/record'
import { answeredSince, begunSince } from '@/lib/store/run/since'
import { recordSignals } from '@/lib/store/signal/record'
import { contextAt } from '../../database/fresh'

const bar = (session: string, close: string): BarInput => ({
  ...{ session, open: close, high: close, low: close, close, volume: 1n, settled: true },
  asOf: new Date(`${session}T21:00:00Z`),
})

/** What the worker does with the store, piece by piece, by its name. Not through a page or the API. */
export function workOf(
  { sql, prisma, close }: Store,
  listing: Listing,
  now: Date,
): Readonly<Record<string, () => Promise<unknown>>> {
  const store = { sql, prisma, close }
  const ctx = contextAt(now.toISOString())
  const source = { feed: 'yahoo', feedSymbol: listing.symbol, fetchedAt: now }
  const held = { feed: 'yahoo', listingId: listing.id }
  const since = new Date(now.getTime() - 3_600_000)
  const quote = { at: now, price: '1', open: null, high: null, low: null, previousClose: null, volume: null }
  return {
    'a run with an attempt': async () => {
      const run = await beginRun(store, ctx, { job: 'bars', slotId: 'bars-XNAS@now', trigger: 'schedule' })
      await extendLease(sql, ctx, run ?? '')
      const counts = { added: 0, changed: 0, unchanged: 0, held: 0, errorClass: null, error: null }
      const attempt = { feed: 'yahoo', subject: listing.symbol, listingId: listing.id, outcome: 'succeeded' as const }
      await recordAttempt(store, ctx, run ?? '', { ...attempt, ...counts, startedAt: now, durationMs: 1 })
      await finishRun(store, ctx, run ?? '')
    },
    'bars as a refresh writes them': async () => {
      await lastSettledCloses(sql, listing.id, 5)
      await readBars(sql, listing.id, { from: '2026-01-01' })
      await writeBars(sql, ctx, listing.id, [bar('2026-11-19', '5'), bar('2026-11-20', '6')], source)
      await addMissingBars(sql, ctx, listing.id, [bar('2014-11-20', '6')], source)
      await firstSettledSessions(sql, listing.id, 5)
      await addMissingActions(
        sql,
        ctx,
        listing.id,
        [{ kind: 'split', exDate: '2026-11-20', numerator: 2, denominator: 1 }],
        source,
      )
      await readSplitsBetween(sql, [{ listingId: listing.id, after: '2026-11-19', to: '2026-11-20' }])
    },
    'bars as they were known': () => readBars(sql, listing.id, { asOf: since }),
    'a quote': async () => {
      await latestQuotes(sql, [listing.id])
      await sql.begin((tx) => writeQuote(tx, ctx, listing.id, quote, source))
    },
    'missing sessions': async () => {
      await storedSessions(sql, listing.id)
      const gap = { reason: null, askedFeeds: [], nullFeeds: [], seenAt: now, askedAt: null }
      await writeMissing(sql, ctx, listing.id, {
        put: [{ ...gap, session: '2026-11-18', state: 'open' }],
        remove: ['2026-11-17'],
      })
      await readInnerGaps(sql, now)
    },
    'what is held back': async () => {
      const row = { entity: 'bar' as const, key: '2026-11-20', reason: 'a test', payload: {} }
      await holdRows(sql, ctx, await withoutAnswered(sql, [row], held), held)
      await answeredBarKeys(sql, held)
      await supersedeHeld(sql, ctx, listing.id, { entity: 'bar', keys: ['2026-11-20'], feed: null })
      await readHeldSince(sql, now)
    },
    'the schedule': async () => {
      await openSlots(sql, ['fx@1', 'fx@2'], now)
      await answeredSince(sql, { job: 'bars', since })
      await answeredSince(sql, { job: 'bars', feed: 'yahoo', since })
      await begunSince(sql, { job: 'bars', since })
      await lastBarsSuccess(sql)
      await takeToken(sql, ctx, 'yahoo', { capacity: 5, perSecond: 1 })
    },
    requests: async () => {
      const taken = await takeRequest(sql, ctx)
      await progressRequest(sql, ctx, { id: taken?.id ?? '', progress: 0.5 })
      await finishRequest(sql, ctx, taken?.id ?? '', { state: 'done', message: '' })
      await queueDepths(sql)
    },
    'signals and alerts': async () => {
      const found = { ruleId: 1, cause: 'a test', listingId: listing.id, session: null, knownAt: now, numbers: {} }
      await sql.begin((tx) => recordSignals(tx, ctx, [found]))
      await enqueueSignals(sql, ctx)
      await enqueueRepeats(sql, ctx)
      await watchedForData(sql)
      await enqueuePlain(sql, ctx, [{ alertId: 'alert 1', kind: 'test', subject: 'a test' }])
      const [due] = await takeDue(sql, ctx)
      await finishTry(sql, ctx, due?.id ?? 0n, { state: 'delivered', words: '' })
    },
    'the live log': () => readLiveLines(sql, 4_000n),
    sweeping: async () => {
      await sweepLive(sql, ctx)
      await sweepHistory(sql, ctx)
      await sweepExpired(sql, now)
    },
  }
}
