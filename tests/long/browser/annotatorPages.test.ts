import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { tooWide } from '../../browser/inPage'
import { cookieOf, keepCookie } from '../../browser/people'
import { findings, lookAt, looks, seriousFindings } from '../../browser/quality'
import { sharedChromium } from '../../browser/shared'
import { openPage } from '../../browser/visit'

const place = { url: inject('siteUrl'), databaseUrl: inject('siteDatabaseUrl') }
let browser: Browser
let cookie = ''

/** A draft with all that an event can have, one that a file owns, a milestone that slipped. */
async function fill(): Promise<void> {
  const send = async (method: string, path: string, body: unknown) => {
    const response = await fetch(`${place.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: place.url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  }
  await send('POST', '/events', {
    ...{ slug: 'a-long-draft', title: `A draft with a rather long title ${'that goes on '.repeat(8)}`.trim() },
    ...{ titleZh: '一则草稿', text: '# Head\n\nSome *words*:\n\n- one\n- `two`\n\n> three', textZh: '' },
    ...{ start: '2025-10-09', end: '2025-10-15', phase: 'after', sourceName: 'A paper', tags: ['a-tag-of-my-own'] },
    ...{ sourceUrl: `https://example.org/${'long/'.repeat(30)}`, listings: ['688256.SS', 'NVDA'], topics: ['nvidia'] },
  })
  await send('PATCH', '/milestones/ascend-970', { version: 1, promised: '2029' })
}

beforeAll(async () => {
  browser = await sharedChromium()
  cookie = await cookieOf(place, 'annotator')
  await fill()
})
afterAll(() => browser?.close())

const pages = [
  '/admin/events',
  '/admin/events?state=archived&q=nothing+like+it',
  '/admin/events/a-long-draft',
  '/admin/events/~new',
  '/admin/claims',
  '/admin/claims/cambricon-half-year-growth',
  '/admin/claims/~new',
  '/admin/milestones',
  '/admin/milestones/ascend-970',
  '/events/a-long-draft',
  '/listings/688256.SS',
  '/compare',
  '/roadmap',
  '/',
]

describe.each(looks)('in $colorScheme, $locale, at $width px', (look) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await lookAt(browser, look)
    await keepCookie(context, place, cookie)
  })
  afterAll(() => context?.close())

  test.each(pages)('%s has nothing wrong', async (path) => {
    expect(await findings(context, place.url + path, { axe: true })).toEqual([])
  })

  test('the tool on a chart, the menu of a mark and the form beside it have nothing wrong', async () => {
    const { page, problems, close } = await openPage(context, `${place.url}/listings/688256.SS?range=1y`)
    await page.locator('[data-annotate]').click()
    await page.locator('.chart[data-live=true] .tool-layer').waitFor()
    await page.locator('.pills .mark').first().click()
    const menu = page.locator('.mark-card')
    await menu.waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await menu.locator('li button').first().click()
    await page.locator('dialog form').waitFor()
    expect([...(await seriousFindings(page)), ...(await tooWide(page)), ...problems]).toEqual([])
    await close()
  })
})
