import { median } from 'simple-statistics'
import type { BarBatch } from '@/lib/store/bar/writeMany'
import type { Store } from '@/lib/store/connection/store'
import type { Figure, Mode, Section } from '../section'
import { chartText, type IngestSize } from './data'
import { withIngestDatabase } from './database'
import { emptyFloor, floorCopy, floorRows, floorText } from './floor'
import { noSteps, planned, type Steps, storedOf, wholePath, written } from './path'

const rounds = 5
const names = ['first load', 're-read with 1 % corrections'] as const
const promised = { of: 'ratio', least: 0.5 } as const

/** Milliseconds that work takes, and what it gives. */
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}

/** Keeps the time of work that wrote `rows` rows; throws when it wrote others: that would not be the same work. */
function keep(times: number[], took: number, { rows, expected }: { rows: number; expected: number }): void {
  if (rows !== expected) throw new Error(`${rows} rows were written, expected ${expected}`)
  times.push(took)
}

const emptied = ({ sql }: Store) => sql`TRUNCATE bar, bar_revision, series_version, live_change`

/** Milliseconds of each round. */
interface Times {
  readonly floor: number[]
  /** First load and re-read: by the command alone, and from the feed's text on. */
  readonly store: readonly [number[], number[]]
  readonly whole: readonly [number[], number[]]
  readonly steps: readonly [Steps[], Steps[]]
}

async function measured(store: Store, size: IngestSize): Promise<Times> {
  const listings = Array.from({ length: size.listings }, (_, i) => i)
  const texts = [false, true].map((corrected) => listings.map((i) => chartText(i, size, corrected)))
  const batches: BarBatch[][] = []
  await emptied(store)
  for (const answers of texts) {
    const all: BarBatch[] = []
    for (const [i, text] of answers.entries()) all.push(planned(i, text, await storedOf(store, i), noSteps()))
    batches.push(all)
  }
  const text = floorText(batches[0] ?? [])
  const times: Times = { floor: [], store: [[], []], whole: [[], []], steps: [[], []] }
  // One in a hundred sessions of each listing differs, the eighth of them first.
  const counts = [size.listings * size.sessions, size.listings * Math.ceil((size.sessions - 7) / 100)] as const
  for (let round = 0; round < rounds; round++) {
    await emptyFloor(store)
    const [floorTook] = await timed(() => floorCopy(store, text))
    keep(times.floor, floorTook, { rows: await floorRows(store), expected: counts[0] })
    await emptied(store)
    for (const i of [0, 1] as const) {
      const [took, rows] = await timed(() => written(store, batches[i] ?? []))
      keep(times.store[i], took, { rows, expected: counts[i] })
    }
    await emptied(store)
    for (const i of [0, 1] as const) {
      const steps = noSteps()
      const [took, rows] = await timed(() => wholePath(store, texts[i] ?? [], steps))
      keep(times.whole[i], took, { rows, expected: counts[i] })
      times.steps[i].push(steps)
    }
  }
  return times
}

function figuresOf(times: Times, { listings, sessions }: IngestSize): Figure[] {
  const bars = listings * sessions
  const size = `${bars.toLocaleString('en')} bars of ${listings} listings`
  const rate = (ms: readonly number[]) => Math.round((bars / median(ms)) * 1000)
  const floor = rate(times.floor)
  return ([0, 1] as const).flatMap((i): Figure[] => {
    const shared = { size, rounds }
    const perBar = (step: keyof Steps) => (median(times.steps[i].map((steps) => steps[step])) / bars) * 1000
    const part = (name: string, step: keyof Steps): Figure => {
      const ours = Math.round(perBar(step) * 100) / 100
      return { ...shared, name: `${names[i]}: ${name}`, unit: 'µs a bar', ours, floor: null, limit: null }
    }
    const ours = { ...shared, unit: 'rows/s', floor, limit: promised }
    return [
      { ...ours, name: `${names[i]}, written`, ours: rate(times.store[i]) },
      { ...ours, name: `${names[i]}, from the feed's text on`, ours: rate(times.whole[i]) },
      part('parse', 'parse'),
      part('validate and judge', 'judge'),
    ]
  })
}

/** Bars from the feed's text into the store, beside COPY of the same rows, as ready text, into a table with the same indexes. */
export const ingest: Section = {
  name: 'ingest',
  async measure(mode: Mode, say) {
    const sizes: IngestSize[] = [{ listings: 40, sessions: 2_500 }]
    if (mode === 'full') sizes.push({ listings: 400, sessions: 2_500 })
    const figures: Figure[] = []
    for (const size of sizes) {
      say(`${size.listings} listings of ${size.sessions} bars`)
      figures.push(...(await withIngestDatabase(size, async (store) => figuresOf(await measured(store, size), size))))
    }
    return figures
  },
}
