import type { Browser, Page } from 'playwright-core'
import { openStore } from '@/lib/store/connection/store'
import { prepare } from '../../browser/inPage'
import { settled } from '../../browser/visit'
import type { Figure, Mode } from '../section'
import { startBare } from './bare'
import { barsOf, candlesFiles } from './chartPages'
import type { BoardPlace } from './requests'
import { inTurn } from './rounds'

const symbol = '^IXIC'

/** Gives the listing a bar on each of so many days before its first one. */
async function fill(databaseUrl: string, bars: number): Promise<void> {
  const { sql, close } = openStore(databaseUrl, { max: 1 })
  try {
    await sql`
      INSERT INTO bar (listing_id, session, as_of, open, high, low, close, volume, settled, fetched_at, feed, feed_symbol)
      SELECT listing_id, day::date, day, price, price * 1.01, price * 0.99, price, 1000000 + i, true, day, feed, feed_symbol
      FROM (
        SELECT DISTINCT ON (listing_id) listing_id, session AS first, feed, feed_symbol
        FROM bar JOIN listing ON id = listing_id WHERE symbol = ${symbol} ORDER BY listing_id, session
      ) known,
      generate_series(1, ${bars}::int) i,
      LATERAL (
        SELECT first - i * interval '1 day' AS day, round((10000 * exp(sin(i / 900.0) + 0.01 * sin(i * 1.7)))::numeric, 4) AS price
      ) made`
  } finally {
    await close()
  }
}

/** Drags the largest chart of a page to and fro, once a frame, and gives the 95th percentile of the time between two frames in milliseconds. */
async function panned(page: Page, frames: number): Promise<number> {
  await page.bringToFront()
  return page.evaluate(async (count) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
    const area = (one: Element) => one.clientWidth * one.clientHeight
    const [canvas] = [...document.querySelectorAll('canvas')].sort((a, b) => area(b) - area(a))
    if (canvas === undefined) throw new Error('there is no chart')
    const box = canvas.getBoundingClientRect()
    const send = (type: string, dx: number, buttons: number) => {
      const [clientX, clientY] = [box.x + box.width / 2 + dx, box.y + box.height / 2]
      canvas.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX, clientY, buttons }),
      )
    }
    for (const type of ['mouseenter', 'mousemove', 'mousedown']) send(type, 0, type === 'mousedown' ? 1 : 0)
    const took: number[] = []
    let last = await frame()
    for (let i = 1; i <= count; i++) {
      send('mousemove', 300 * Math.sin(i / 15), 1)
      const now = await frame()
      took.push(now - last)
      last = now
    }
    send('mouseup', 0, 0)
    return took.sort((a, b) => a - b)[Math.floor(0.95 * count)] ?? Number.NaN
  }, frames)
}

/** Panning a chart of many bars, beside a page with nothing but the library and the same bars. The browser has to make frames as fast as it can. */
export async function measurePan(browser: Browser, place: BoardPlace, mode: Mode): Promise<Figure> {
  const frames = mode === 'full' ? 240 : 80
  await fill(place.databaseUrl, 100_000)
  const bars = await barsOf(place.port, symbol)
  const bare = await startBare(candlesFiles(place.folder, bars))
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await prepare(context)
    const [floor, ours] = [await context.newPage(), await context.newPage()]
    await floor.goto(`http://127.0.0.1:${bare.port}/`)
    await floor.locator('canvas').first().waitFor()
    const path = `/listings/${encodeURIComponent(symbol)}?range=all`
    await ours.goto(`http://127.0.0.1:${place.port}${path}`, { timeout: 120_000 })
    await settled(ours)
    await ours.mouse.move(600, 400)
    await ours.locator('.chart[data-live=true] canvas').first().waitFor()
    const [pan, panBare] = [() => panned(ours, frames), () => panned(floor, frames)]
    await inTurn(1, panBare, pan)
    const seen = await inTurn(5, panBare, pan)
    const size = `${bars.session.length.toLocaleString('en')} bars`
    return { name: 'frame while panning, p95', size, unit: 'ms', ...seen, limit: { of: 'ratio', most: 1.5 } }
  } finally {
    await context.close()
    await bare.stop()
  }
}
