/**
 * `npm run measure [-- URL]`: what the main pages weigh, how far they shift, and when their chart is first painted, on a warm server; of a board of its own
 * with the bundled figures, or of the one at URL.
 */
import type { Browser } from 'playwright-core'
import { median } from 'simple-statistics'
import { launchChromium } from './chromium'
import { layoutShift, prepare, watchChart } from './inPage'
import { startSite } from './setup'
import { openPage } from './visit'
import { weigh } from './weight'

const pages = ['/', '/listings/688256.SS', '/events/deepseek-ue8m0', '/compare'] as const
const visits = 5

/** One visit with an empty cache: the first chart paint in milliseconds since navigation began, and the cumulative layout shift. */
async function visitOnce(browser: Browser, url: string): Promise<{ paint: number; shift: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await prepare(context)
  await context.addInitScript(watchChart)
  const { page } = await openPage(context, url)
  await page.waitForFunction(() => 'chartPaint' in globalThis)
  const paint = await page.evaluate(() => (globalThis as unknown as { chartPaint: number }).chartPaint)
  const { total } = await layoutShift(page)
  await context.close()
  return { paint, shift: total }
}

const given = process.argv[2]
const site = given ? { url: given.replace(/\/$/, ''), stop: async () => undefined } : await startSite()
const browser = await launchChromium()
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
try {
  const rows: Record<string, Record<string, string>> = {}
  for (const path of pages) {
    // The first visit warms the server.
    const { script, allScript, style } = await weigh(browser, site.url + path)
    const seen: Awaited<ReturnType<typeof visitOnce>>[] = []
    for (let visit = 0; visit < visits; visit++) seen.push(await visitOnce(browser, site.url + path))
    rows[path] = {
      'first chart paint': `${Math.round(median(seen.map(({ paint }) => paint)))} ms`,
      'JS before use': kilobytes(script),
      'JS in all': kilobytes(allScript),
      CSS: kilobytes(style),
      CLS: Math.max(...seen.map(({ shift }) => shift)).toFixed(3),
    }
  }
  console.table(rows)
} finally {
  await browser.close()
  await site.stop()
}
