import type { Browser } from 'playwright-core'
import { prepare, watchChart } from '../../browser/inPage'
import type { Figure, Mode } from '../section'
import { startBare } from './bare'
import type { BareFile } from './bareServer'
import { barsOf, candlesFiles, linesFiles } from './chartPages'
import type { BoardPlace } from './requests'
import { inTurn } from './rounds'

/** One visit with an empty cache: the first chart paint in milliseconds since navigation began. */
export async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await prepare(context)
    await context.addInitScript(watchChart)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForFunction(() => 'chartPaint' in globalThis)
    return await page.evaluate(() => (globalThis as unknown as { chartPaint: number }).chartPaint)
  } finally {
    await context.close()
  }
}

/** The first chart of a page of ours, beside a bare one that draws the same. */
async function beside(browser: Browser, { of, url, files, size, mode }: Pair): Promise<Figure> {
  const bare = await startBare(files)
  const visit = (address: string) => () => firstPaint(browser, address)
  const [floor, ours] = [visit(`http://127.0.0.1:${bare.port}/`), visit(url)]
  try {
    await inTurn(2, floor, ours)
    const seen = await inTurn(mode === 'full' ? 15 : 5, floor, ours)
    return { name: `first chart of ${of}`, size, unit: 'ms', ...seen, limit: { of: 'ratio', most: 1.5 } }
  } finally {
    await bare.stop()
  }
}

interface Pair {
  readonly of: string
  readonly url: string
  readonly files: Readonly<Record<string, BareFile>>
  readonly size: string
  readonly mode: Mode
}

const sides = ['688256.SS', 'NVDA'] as const

/** The first chart of the board and of a listing’s page, beside pages with nothing but the library and the same data. */
export async function measureFirstCharts(browser: Browser, place: BoardPlace, mode: Mode): Promise<Figure[]> {
  const site = `http://127.0.0.1:${place.port}`
  const since = '2025-08-21'
  const both = await Promise.all(sides.map((symbol) => barsOf(place.port, symbol, since)))
  const whole = await barsOf(place.port, sides[0])
  const rows = both.reduce((sum, { session }) => sum + session.length, 0)
  return [
    await beside(browser, {
      ...{ of: 'the board', url: `${site}/`, files: linesFiles(place.folder, both) },
      ...{ size: `2 lines, ${rows} closes`, mode },
    }),
    await beside(browser, {
      ...{ of: 'a listing', url: `${site}/listings/${sides[0]}?range=all`, files: candlesFiles(place.folder, whole) },
      ...{ size: `${whole.session.length} bars`, mode },
    }),
  ]
}
