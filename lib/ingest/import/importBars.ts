import { isMic, type Mic } from '@/lib/market/exchange'
import { sessionClose } from '@/lib/market/sessions'
import { type AuditNote, runCommand } from '@/lib/store/audit/command'
import { readBars } from '@/lib/store/bar/read'
import { type BarInput, writeBars } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Store } from '@/lib/store/connection/store'
import { type CommandContext, requireScope } from '@/lib/store/context'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { trackFrom } from '@/lib/store/listing/trackFrom'
import { type HeldRow, holdRows, withoutAnswered } from '@/lib/store/quarantine/hold'
import { supersedeHeld } from '@/lib/store/quarantine/supersede'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { unlikeBasis } from '../basisCheck'
import { importFeed } from '../ownSources'
import { recountGaps } from '../recountGaps'
import { holdDoubtful } from '../softHold'
import { storedSeries } from '../storedSeries'
import { barProblem } from '../validate'
import { type BarChanges, barChanges } from './changes'
import { type FileBar, type LineError, readCsvBars } from './readBars'

/** A file to be imported. */
export interface ImportOrder {
  /** Symbol of the listing. */
  readonly symbol: string
  readonly text: string
  /** Stays with each bar as its feed symbol. */
  readonly fileName: string
  /** Tells what would change and stores nothing. */
  readonly dryRun?: boolean
}

/** What an import did, or would do. Nothing is stored with an error or a refusal: a file is imported whole or not at all. */
export interface ImportResult extends BarChanges {
  readonly stored: boolean
  readonly errors: readonly LineError[]
  /** Why the file as a whole is not believed. */
  readonly refusal: string | null
  /** Rows the soft rules do not believe: an import puts them into quarantine. */
  readonly held: readonly { readonly session: string; readonly reason: string }[]
}

/** Raised for a listing that cannot be imported to; the message names it. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}

const longestName = 200

const nothing: ImportResult = {
  stored: false,
  errors: [],
  refusal: null,
  held: [],
  added: [],
  changed: [],
  unchanged: 0,
}

function lineProblem(bar: FileBar, { mic, kind }: Pick<Listing, 'kind'> & { mic: Mic }, now: Date): string | null {
  const problem = barProblem(bar, { mic, now })
  if (problem) return `${bar.session}: ${problem}`
  if (sessionClose(mic, bar.session) > now) return `${bar.session}: the session has not closed yet`
  return bar.volume === null && kind !== 'index' ? `${bar.session}: no volume, which only an index goes without` : null
}

/** The file's bars that pass the hard rules, ascending and settled, and its errors by line. */
function readable(text: string, listing: Listing & { readonly mic: Mic }, now: Date) {
  const { bars, errors } = readCsvBars(text)
  const all: LineError[] = [...errors]
  const good: BarInput[] = []
  for (const { line, ...bar } of bars) {
    const problem = lineProblem({ line, ...bar }, listing, now)
    if (problem !== null) all.push({ line, message: problem })
    else {
      const volume = listing.kind === 'index' && bar.volume === 0n ? null : bar.volume
      good.push({ ...bar, volume, settled: true, asOf: sessionClose(listing.mic, bar.session) })
    }
  }
  good.sort((a, b) => (a.session < b.session ? -1 : 1))
  return { good, errors: all.sort((a, b) => a.line - b.line) }
}

function basisRefusal(
  good: readonly BarInput[],
  stored: readonly { session: string; close: string }[],
  symbol: string,
) {
  const closes = new Map(stored.map(({ session, close }) => [session, close]))
  const pairs = good.flatMap(({ session, close }) => {
    const known = closes.get(session)
    return known === undefined ? [] : [{ session, stored: known, fed: close }]
  })
  const off = unlikeBasis(pairs)
  if (off === null) return null
  return `the file is on another basis than what is stored of ${symbol}: stored closes to ${off.lastSession} are ${off.ratio} times its own. Only prices as traded are imported`
}

async function carryOut(
  sql: Queryable,
  ctx: CommandContext,
  listing: Listing,
  { bars, held, fileName }: { bars: readonly BarInput[]; held: readonly HeldRow[]; fileName: string },
): Promise<void> {
  const origin = { feed: importFeed, listingId: listing.id }
  await holdRows(sql, ctx, await withoutAnswered(sql, held, origin), origin)
  const [first] = bars
  if (first === undefined) return
  await writeBars(sql, ctx, listing.id, bars, { feed: importFeed, feedSymbol: fileName, fetchedAt: ctx.now })
  await supersedeHeld(sql, ctx, listing.id, {
    entity: 'bar',
    keys: bars.map(({ session }) => session),
    feed: importFeed,
  })
  await trackFrom(sql, ctx, listing.id, first.session)
  await recountGaps(sql, ctx, listing.symbol)
}

/** The audit entry of a file: which sessions it brought or changed. What changed bars were before, their revisions keep. */
function importNote({ added, changed, held }: ImportResult, symbol: string, file: string): AuditNote | null {
  if (added.length + changed.length + held.length === 0) return null
  const sessions = { added: [...added], changed: changed.map(({ session }) => session) }
  const after = { file, ...sessions, held: held.map(({ session }) => session) }
  return { action: 'import', entity: 'bar', key: symbol, before: null, after }
}

/**
 * Imports daily bars as traded from delimited text into a listing: read and checked by line, held against the stored closes (another basis is refused) and the soft rules (rows
 * they doubt go to quarantine), written with revisions in one transaction, with one audit entry for the file. The listing is tracked from its first imported session on. With `dryRun`, or
 * when there are errors or a refusal, nothing is stored; what would change is told all the same. Bad text never throws; an unknown listing raises `ImportError`.
 * Needs the scope `admin`.
 */
export async function importBars(store: Store, ctx: CommandContext, order: ImportOrder): Promise<ImportResult> {
  requireScope(ctx, 'admin')
  const listing = await listingBySymbol(store.sql, order.symbol)
  if (listing === null)
    throw new ImportError(`there is no listing ${order.symbol}; add it with \`npm run listing -- add ${order.symbol}\``)
  const { mic } = listing
  if (!isMic(mic)) throw new ImportError(`${order.symbol} is on ${mic}, whose sessions are not known here`)
  const { good, errors } = readable(order.text, { ...listing, mic }, ctx.now)
  const [first] = good
  if (first === undefined) return { ...nothing, errors }
  const fileName = order.fileName.replaceAll('\0', '').slice(0, longestName)
  return runCommand<ImportResult>(store, ctx, 'admin', async (sql) => {
    await lockSeries(sql, listing.id)
    const stored = await storedSeries(sql, listing.id, first.session)
    const refusal = basisRefusal(good, stored.closes, order.symbol)
    if (refusal !== null) return { result: { ...nothing, errors, refusal }, note: null }
    const around = { listing: { ...listing, mic }, stored: stored.history ?? [], actions: stored.actions }
    const { bars, held } = holdDoubtful(good, around, { feedSymbol: fileName, fetchedAt: ctx.now })
    const changes = barChanges(bars, await readBars(sql, listing.id, { from: first.session }))
    const storing = errors.length === 0 && order.dryRun !== true
    if (storing) await carryOut(sql, ctx, listing, { bars, held, fileName })
    const doubtful = held.filter(({ entity }) => entity === 'bar').map(({ key, reason }) => ({ session: key, reason }))
    const result = { ...changes, stored: storing, errors, refusal: null, held: doubtful }
    return { result, note: storing ? importNote(result, order.symbol, fileName) : null }
  })
}
