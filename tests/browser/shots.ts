/** `npm run shots`: the pictures of docs/images, made from a board of its own with the bundled figures. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './chromium'
import { startSite } from './setup'
import { visit } from './visit'

const folder = 'docs/images'
const wide = { width: 1440, height: 900 }
const narrow = { width: 360, height: 760 }

/** What a shot waits for, and the panel it is scrolled to where that lies below the first screen. */
interface Shot {
  readonly name: string
  readonly path: string
  readonly colorScheme: 'light' | 'dark'
  readonly viewport: typeof wide
  readonly ready?: string
  readonly region?: string
}

const rebased = 'Price, rebased to 100'
const event = { path: '/events/deepseek-ue8m0', ready: 'svg[role=img]' }
const abnormal = 'Abnormal return of Cambricon Technologies around the event'
const shots: readonly Shot[] = [
  { name: 'board-light', path: '/', colorScheme: 'light', viewport: wide },
  { name: 'board-dark', path: '/', colorScheme: 'dark', viewport: wide },
  { name: 'board-narrow', path: '/', colorScheme: 'light', viewport: narrow, region: rebased },
  { name: 'listing-light', path: '/listings/688256.SS', colorScheme: 'light', viewport: wide },
  { name: 'listing-dark', path: '/listings/688256.SS', colorScheme: 'dark', viewport: wide },
  { name: 'listing-narrow', path: '/listings/688256.SS', colorScheme: 'dark', viewport: narrow },
  { name: 'event-light', ...event, colorScheme: 'light', viewport: wide, region: 'The listings of the event' },
  { name: 'event-dark', ...event, colorScheme: 'dark', viewport: wide, region: 'The listings of the event' },
  { name: 'event-narrow', ...event, colorScheme: 'light', viewport: narrow, region: abnormal },
]

const site = await startSite()
// Canvases ask the screen, not the emulated page, how dense it is: a dense screen of its own for the narrow pictures.
const browsers = { wide: await launchChromium(), narrow: await launchChromium(['--force-device-scale-factor=2']) }
try {
  for (const { name, path, colorScheme, viewport, ready = '.mark', region } of shots) {
    const deviceScaleFactor = viewport === narrow ? 2 : 1
    const browser = viewport === narrow ? browsers.narrow : browsers.wide
    const { page, problems, close } = await visit(browser, site.url + path, {
      colorScheme,
      viewport,
      deviceScaleFactor,
    })
    await page.locator(ready).first().waitFor()
    if (region)
      await page.getByRole('region', { name: region, exact: true }).evaluate((panel) => panel.scrollIntoView())
    const file = join(folder, `${name}.png`)
    await page.screenshot({ path: file })
    await close()
    console.log(
      `${file}  ${Math.round(statSync(file).size / 1024)} KB${problems.length > 0 ? `  ${problems.join('; ')}` : ''}`,
    )
  }
} finally {
  await Promise.all([browsers.wide.close(), browsers.narrow.close()])
  await site.stop()
}
