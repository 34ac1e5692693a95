import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { cutTexts, layoutShift, overlaps, prepare, tooWide } from './inPage'
import { openPage } from './visit'

/** One page of each kind. */
export const mainPaths = [
  '/',
  '/compare',
  '/listings/688256.SS',
  '/events',
  '/events/deepseek-ue8m0?listing=688256.SS',
  '/claims',
  '/roadmap',
  '/signals',
  '/data',
  '/gallery',
  '/docs/grafana',
] as const

/** The pages that are looked at: one of each kind, and the states that look different. */
export const paths = [
  ...mainPaths,
  '/?asOf=2025-09-18&base=soon',
  '/compare?base=event:deepseek-ue8m0&currency=USD&symbols=688256.SS,NVDA,0700.HK,BABA,^GSPC,000300.SS',
  '/listings/%5EGSPC',
  '/events?results=shown&sort=size',
  '/events/t-head-chip',
  '/events/r1-on-ascend',
  '/studies?kind=all',
  '/claims/cambricon-up-nearly-500-percent',
  '/signals?rule=drawdown&listing=NVDA&from=2025-01-01',
  '/signals/rules?rule=drawdown',
  '/search?q=cambricon',
  '/nowhere',
] as const

/** How a page is looked at. */
export interface Look {
  readonly colorScheme: 'light' | 'dark'
  readonly locale: 'en' | 'zh-CN'
  readonly width: 1440 | 360
}

/** Every look. */
export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['en', 'zh-CN'] as const).flatMap((locale) =>
    ([1440, 360] as const).map((width) => ({ colorScheme, locale, width })),
  ),
)

const mostShift = 0.05

/** What axe finds serious or critical on a page: rule and places. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Legacy mode opens no further page to collect the findings of frames, of which there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)
}

/** A context that opens pages in this look; to be closed by its user. */
export async function lookAt(browser: Browser, { colorScheme, locale, width }: Look): Promise<BrowserContext> {
  const deviceScaleFactor = width === 360 ? 2 : 1
  const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 900 }, deviceScaleFactor })
  await prepare(context)
  return context
}

/** What is wrong with the look of a page as it stands: texts cut, things on each other, wider than the screen. */
export async function lookFindings(page: Page): Promise<string[]> {
  return [...(await tooWide(page)), ...(await cutTexts(page)), ...(await overlaps(page))]
}

/**
 * Opens a page and tells everything that is wrong with it: errors, shifts while it loaded, and, with every table behind its charts open, what is cut or
 * overlaps and (with `axe`) what is not accessible.
 */
export async function findings(context: BrowserContext, url: string, { axe }: { axe: boolean }): Promise<string[]> {
  const { page, problems, close } = await openPage(context, url)
  const shift = await layoutShift(page)
  await page.locator('main details:not(.menu)').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  const found = [
    ...(shift.total > mostShift ? [`shifted by ${shift.total.toFixed(3)}: ${shift.of.join('\n')}`] : []),
    ...(await lookFindings(page)),
    ...(axe ? await seriousFindings(page) : []),
    // A page that is not there is a 404, which the browser's console tells.
    ...(url.endsWith('/nowhere') ? [] : problems),
  ]
  await close()
  return found
}

/** A look, and the context that opens pages in it. */
export interface Looking {
  readonly look: Look
  readonly context: BrowserContext
  /** Whether what is not accessible is asked for. */
  readonly axe: boolean
}

/** As `findings`, in several looks side by side: while one waits for the server another is drawn. Each finding with its look. */
export async function findingsByLook(looking: readonly Looking[], url: string): Promise<string[]> {
  const all = await Promise.all(
    looking.map(async ({ look, context, axe }) => {
      const found = await findings(context, url, { axe })
      return found.map((one) => `${look.colorScheme} ${look.locale} ${look.width}: ${one}`)
    }),
  )
  return all.flat()
}
