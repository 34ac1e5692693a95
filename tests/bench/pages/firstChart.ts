import type { Browser } from 'playwright-core'
import { prepare, watchChart } from '../../browser/inPage'
import type { Figure, Mode } from '../section'
import { startBare } from './bare'
import { barsOf, candlesFiles } from './chartPages'
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

const symbol = '688256.SS'

/** The first chart of a listing’s page, beside a page with nothing but the library and the same bars. */
export async function measureFirstChart(browser: Browser, place: BoardPlace, mode: Mode): Promise<Figure> {
  const bars = await barsOf(place.port, symbol)
  const bare = await startBare(candlesFiles(place.folder, bars))
  const visit = (url: string) => () => firstPaint(browser, url)
  const [floor, ours] = [
    visit(`http://127.0.0.1:${bare.port}/`),
    visit(`http://127.0.0.1:${place.port}/listings/${symbol}?range=all`),
  ]
  try {
    await inTurn(2, floor, ours)
    const seen = await inTurn(mode === 'full' ? 15 : 5, floor, ours)
    const size = `${bars.session.length} bars`
    return { name: 'first chart', size, unit: 'ms', ...seen, limit: { of: 'ratio', most: 1.5 } }
  } finally {
    await bare.stop()
  }
}
