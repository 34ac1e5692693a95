/**
 * `npm run shots`: the gallery and ten pages in every look, whole, into test-output/shots, and the chosen ones as they open into docs/images. The board
 * they are taken of is one of its own with the bundled figures. Fails when something on a page is cut, overlaps or is wider than the screen.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './chromium'
import { type Look, lookAt, lookFindings, looks } from './quality'
import { startSite } from './setup'
import { openPage } from './visit'

const [every, chosen] = ['test-output/shots', 'docs/images']

const pages = {
  board: '/',
  compare: '/compare',
  listing: '/listings/688256.SS',
  events: '/events',
  event: '/events/deepseek-ue8m0',
  claims: '/claims',
  roadmap: '/roadmap',
  signals: '/signals',
  rules: '/signals/rules?rule=drawdown',
  data: '/data',
  gallery: '/gallery',
} as const
type Name = keyof typeof pages

const wide = { locale: 'en', width: 1440 } as const

/** The pictures that are kept, by their names in docs/images. */
const kept: Readonly<Record<string, { readonly of: Name; readonly look: Look }>> = {
  'board-light': { of: 'board', look: { ...wide, colorScheme: 'light' } },
  'board-dark': { of: 'board', look: { ...wide, colorScheme: 'dark' } },
  'board-zh': { of: 'board', look: { ...wide, locale: 'zh-CN', colorScheme: 'dark' } },
  'board-narrow': { of: 'board', look: { locale: 'en', width: 360, colorScheme: 'light' } },
  'listing-light': { of: 'listing', look: { ...wide, colorScheme: 'light' } },
  'listing-dark': { of: 'listing', look: { ...wide, colorScheme: 'dark' } },
  'listing-narrow': { of: 'listing', look: { locale: 'zh-CN', width: 360, colorScheme: 'dark' } },
  'event-light': { of: 'event', look: { ...wide, colorScheme: 'light' } },
  'event-dark': { of: 'event', look: { ...wide, colorScheme: 'dark' } },
  'event-narrow': { of: 'event', look: { locale: 'en', width: 360, colorScheme: 'light' } },
}

const nameOf = ({ colorScheme, locale, width }: Look) => `${colorScheme}-${locale.slice(0, 2)}-${width}`

for (const folder of [every, chosen]) mkdirSync(folder, { recursive: true })
const site = await startSite()
const browser = await launchChromium()
let wrong = 0
try {
  for (const look of looks) {
    const context = await lookAt(browser, look)
    for (const [name, path] of Object.entries(pages)) {
      const { page, problems, close } = await openPage(context, site.url + path)
      for (const [file, { of, look: wanted }] of Object.entries(kept)) {
        if (of === name && nameOf(wanted) === nameOf(look)) await page.screenshot({ path: join(chosen, `${file}.png`) })
      }
      const file = join(every, `${name}-${nameOf(look)}.png`)
      await page.screenshot({ path: file, fullPage: true })
      const found = [...problems, ...(await lookFindings(page))]
      wrong += found.length
      console.log([file, ...found].join('\n  '))
      await close()
    }
    await context.close()
  }
} finally {
  await browser.close()
  await site.stop()
}
if (wrong > 0) {
  console.error(`${wrong} things are cut, overlap or failed`)
  process.exitCode = 1
}
