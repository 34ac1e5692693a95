import { exchangeOf, isMic } from '@/lib/market/exchange'
import { momentAt } from '@/lib/market/zone'
import type { Store } from '@/lib/store/connection/store'
import {
  eventsPrint,
  listingPrints,
  ratesPrint,
  type SeriesHorizon,
  seriesHorizons,
  settledPrints,
} from '@/lib/store/series/prints'
import type { Watch } from '@/lib/studies/watch'
import { memoryOf } from './memory'
import { perStore } from './perStore'

/** What an answer was made of: a print of each thing, taken before it was read. */
interface Prints {
  /** By symbol; an unknown one has none. */
  readonly listings: ReadonlyMap<string, string | undefined>
  readonly events: string | null
  /** With the currencies that they are of. */
  readonly rates: { readonly currencies: readonly string[]; readonly print: string } | null
}

interface Kept<T> {
  readonly value: T
  prints: Prints
  /** Of the settled part of each series, where the answer depends on no more than that; null when not known. */
  readonly settled: ReadonlyMap<string, string> | null
  /** The answer is that of every moment from `from` on and before `until`; null for no end. */
  readonly from: Date
  readonly until: Date | null
}

/** Writes down what is read while an answer is made. */
class Notes implements Watch {
  private readonly listings = new Map<string, Promise<string | undefined>>()
  private eventsRead: Promise<string> | null = null
  private ratesRead: Promise<Prints['rates']> | null = null
  private end: Date | null = null

  constructor(private readonly store: Store) {}

  async listing(symbol: string): Promise<void> {
    const known = this.listings.get(symbol) ?? listingPrints(this.store.sql, [symbol]).then((one) => one.get(symbol))
    this.listings.set(symbol, known)
    await known
  }

  async events(): Promise<void> {
    this.eventsRead ??= eventsPrint(this.store.sql)
    await this.eventsRead
  }

  async rates(currencies: readonly string[]): Promise<void> {
    if (this.ratesRead) throw new Error('The rates of an answer are told once, for all its currencies')
    this.ratesRead = ratesPrint(this.store.sql, currencies).then((print) => ({ currencies, print }))
    await this.ratesRead
  }

  until(moment: Date): void {
    if (this.end === null || moment < this.end) this.end = moment
  }

  get ends(): Date | null {
    return this.end
  }

  async prints(): Promise<Prints> {
    const listings = await Promise.all(
      [...this.listings].map(async ([symbol, print]) => [symbol, await print] as const),
    )
    return { listings: new Map(listings), events: await this.eventsRead, rates: await this.ratesRead }
  }
}

/** The next moment after `at` at which a series is another one without a change of what is stored; null for never. */
function nextChange({ mic, latest, exDates }: SeriesHorizon, at: Date): Date | null {
  if (latest !== null && latest > at) return at
  const { timeZone, open } = isMic(mic) ? exchangeOf(mic) : { timeZone: 'UTC', open: '00:00' }
  return exDates.map((date) => momentAt(date, open, timeZone)).find((opening) => opening > at) ?? null
}

/** The prints now of listings that had one then, those that are not there too. */
async function printsOf(store: Store, symbols: readonly string[]): Promise<Map<string, string | undefined>> {
  const found = await listingPrints(store.sql, symbols)
  return new Map(symbols.map((symbol) => [symbol, found.get(symbol)]))
}

const same = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)

/** Whether everything an answer was made of is still as it was. */
async function holds(kept: Kept<unknown>, store: Store): Promise<boolean> {
  const { prints, settled } = kept
  const symbols = [...prints.listings.keys()]
  const [listings, events, rates] = await Promise.all([
    printsOf(store, symbols),
    prints.events === null ? null : eventsPrint(store.sql),
    prints.rates && ratesPrint(store.sql, prints.rates.currencies),
  ])
  if (events !== prints.events || rates !== (prints.rates?.print ?? null)) return false
  if (same(listings, prints.listings)) return true
  if (settled === null || !same(await settledPrints(store.sql, symbols), settled)) return false
  // Until the running session's price moves once more.
  kept.prints = { ...prints, listings }
  return true
}

async function make<T>(store: Store, at: Date, work: (watch: Watch) => Promise<T>, settledOnly: boolean) {
  const notes = new Notes(store)
  const value = await work(notes)
  const prints = await notes.prints()
  const symbols = [...prints.listings.keys()]
  const [horizons, settled] = await Promise.all([
    seriesHorizons(store.sql, symbols),
    settledOnly ? settledPrints(store.sql, symbols) : null,
  ])
  for (const horizon of horizons) {
    const change = nextChange(horizon, at)
    if (change !== null) notes.until(change)
  }
  // What is settled now is what was read only when nothing has changed since.
  const after = settled && (await printsOf(store, symbols))
  const kept: Kept<T> = {
    ...{ value, prints, from: at, until: notes.ends },
    settled: after && same(after, prints.listings) ? settled : null,
  }
  return kept
}

const makingOf = perStore(() => new Map<string, Promise<Kept<unknown>>>())

const covers = ({ from, until }: Kept<unknown>, at: Date) =>
  at.getTime() === from.getTime() || (at > from && (until === null || at < until))

/**
 * What `work` gives for the moment `at`, made once for as long as nothing changes that it reads (of which it tells its watch) and its time is not over; whoever asks meanwhile waits
 * for the one that is being made. `key` names what is asked; `settledOnly` says that the work looks at settled bars alone, so that the running session's price may move. The value is shared: it must
 * not be changed. A failure is not remembered.
 */
export async function remembered<T>(
  store: Store,
  key: string,
  at: Date,
  work: (watch: Watch) => Promise<T>,
  { settledOnly = false }: { readonly settledOnly?: boolean } = {},
): Promise<T> {
  const memory = memoryOf(store)
  const keys = [`made ${key}`, `made ${key} at ${at.toISOString()}`] as const
  const find = async () => {
    for (const each of keys) {
      const kept = memory.get<Kept<T>>(each)
      if (kept && covers(kept, at) && (await holds(kept, store))) return kept
    }
    return null
  }
  const found = await find()
  if (found) return found.value
  const making = makingOf(store)
  const before = making.get(key)
  if (before) {
    // It may have read what has changed before we asked.
    await before
    const made = await find()
    if (made) return made.value
  }
  const since = making.get(key)
  if (since && since !== before) {
    // Begun after we asked, but perhaps by who need not see what we must.
    await since
    const made = await find()
    if (made) return made.value
  }
  const own = make(store, at, work, settledOnly)
  making.set(key, own)
  try {
    const kept = await own
    const isPresent = kept.until === null || kept.until > at
    memory.set(isPresent ? keys[0] : keys[1], kept, 2 * JSON.stringify(kept.value).length)
    return kept.value
  } finally {
    if (making.get(key) === own) making.delete(key)
  }
}
