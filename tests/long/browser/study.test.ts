import { spawn } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { StudyView } from '@/lib/api/study/schema'
import { sharedChromium } from '../../browser/shared'
import { type Visit, visit } from '../../browser/visit'

const site = inject('siteUrl')
const listings = ['688256.SS', 'NVDA'] as const
const pageOf = (slug: string, query = '') => `${site}/events/${slug}${query}`
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

async function study(slug: string, query: string): Promise<StudyView> {
  const response = await fetch(`${site}/api/v1/events/${slug}/study${query}`)
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as StudyView
}

/** The cells of a table, as numbers where they are some. */
async function rowsOf(page: Page, table: string): Promise<string[][]> {
  return page
    .getByTestId(table)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
}

const numberOf = (text: string | undefined) => Number(text?.replace('\u2212', '-').replaceAll(/[,%+]/g, ''))

/** What a cell of four decimals may differ by. */
const rounding = 5e-5

async function opened(url: string, options = {}): Promise<Visit> {
  const visited = await visit(browser, url, options)
  for (const details of await visited.page.locator('main details').all()) {
    await details.evaluate((element) => element.setAttribute('open', ''))
  }
  return visited
}

describe.each(listings)('the study of deepseek-ue8m0 for %s', (symbol) => {
  let view: StudyView
  let visited: Visit
  beforeAll(async () => {
    view = await study('deepseek-ue8m0', `?listing=${symbol}`)
    visited = await opened(pageOf('deepseek-ue8m0', `?listing=${symbol}`))
  })
  afterAll(() => visited?.close())

  test('tells the verdict of the API and its sentence, and the same of every listing', async () => {
    const { page, problems } = visited
    expect(await page.getByTestId('verdict').textContent()).toBe(view.verdict.replaceAll('-', ' '))
    expect(await page.getByTestId('sentence').textContent()).toBe(view.sentence)
    const family = await rowsOf(page, 'family')
    expect(family).toHaveLength(view.listings.length)
    view.listings.forEach((one, i) => {
      const [name, verdict, , car, , p, holm, placebo] = family[i] ?? []
      expect(name).toContain(one.symbol)
      expect(verdict).toBe(one.verdict.replaceAll('-', ' '))
      expect(numberOf(car)).toBeCloseTo(one.test.percent ?? Number.NaN, 0)
      expect([p, holm, placebo].map(numberOf)).toEqual(
        [one.test.p, one.pHolm, one.placeboHolm].map((share) => expect.closeTo(100 * (share ?? Number.NaN), 0)),
      )
    })
    expect(problems).toEqual([])
  })

  test('draws one point a session, and the table behind it holds the figures of the API', async () => {
    const { page, problems } = visited
    const chart = page.getByRole('img', { name: /^Cumulative abnormal return/ })
    expect(await chart.locator('circle').count()).toBe(view.days.length)
    const event = view.input?.events[0]?.event
    const columns = [event?.close, event?.firm, event?.market, view.expected, view.ar, view.arSe, null, null]
    const sums = [view.car, view.carSe, null, null, view.carLo, view.carHi, view.bhar]
    const rows = await rowsOf(page, 'car-numbers')
    expect(rows).toHaveLength(view.days.length)
    rows.forEach(([day, , ...cells], row) => {
      expect(numberOf(day)).toBe(view.days[row])
      ;[...columns, ...sums].forEach((column, i) => {
        if (column === null || column === undefined) return
        const far = Math.abs(numberOf(cells[i]) - (column[row] ?? Number.NaN))
        expect({ row, i, near: far <= (i === 0 ? 5e-3 : rounding) + 1e-9 }).toEqual({ row, i, near: true })
      })
    })
    expect(problems).toEqual([])
  })

  test('counts the placebo days as the API does, in its sentence and over the bins of the histogram', async () => {
    const { placebo } = view
    const { page } = visited
    expect(await page.getByTestId('placebo').textContent()).toContain(
      `${placebo?.asFar} of ${placebo?.days} days without an event`,
    )
    const bins = await rowsOf(page, 'placebo-numbers')
    const total = (column: number) => bins.reduce((sum, row) => sum + numberOf(row[column]), 0)
    expect([total(2), total(3)]).toEqual([placebo?.days, placebo?.asFar])
  })

  test('shows all ways of asking, and how many further looks the page holds', async () => {
    const { page } = visited
    const rows = await rowsOf(page, 'robustness-numbers')
    expect(rows.map((row) => numberOf(row[3]))).toEqual(
      view.robustness.looks.map(({ test }) => expect.closeTo(test.percent ?? Number.NaN, 0)),
    )
    expect(await page.getByTestId('robustness').locator('circle').count()).toBe(view.robustness.answered)
    await page.getByText(`${view.looks} further p-values are on this page`).waitFor()
  })
})

describe('what cannot be studied reads as a sentence', () => {
  test.each([
    ['t-head-chip', 'only the month of the event is known (2025-09)'],
    ['huawei-us-entity-list', 'day 0 is 2019-05-16, the first stored session is'],
    ['cambricon-h1-2026', 'day 0 is 2026-08-10, the last session that listing and benchmark share is 2026-07-22'],
  ])('%s', async (slug, reason) => {
    const { page, problems, close } = await visit(browser, pageOf(slug), { viewport: { width: 360, height: 800 } })
    expect(await page.getByTestId('verdict').textContent()).toBe('cannot be decided')
    expect(await page.getByTestId('sentence').textContent()).toMatch(/^Cannot be decided for .+\.$/)
    expect(await page.getByTestId('sentence').textContent()).toContain(reason)
    expect(await page.locator('main').textContent()).not.toMatch(/NaN|undefined|null|Infinity/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(problems).toEqual([])
    await close()
  })

  test('an event without listings', async () => {
    const { page, problems, close } = await visit(browser, pageOf('r1-on-ascend'))
    await page.getByText('The event names no listing, so there is no price to study.').waitFor()
    expect(await page.getByTestId('verdict').count()).toBe(0)
    expect(problems).toEqual([])
    await close()
  })

  test('windows that reach past the data, while the headline stands', async () => {
    const { page, close } = await visit(browser, pageOf('deepseek-ue8m0', '?asOf=2025-08-26'))
    await page.getByText('Set to 26 Aug 2025, 23:59 UTC').waitFor()
    await page.getByText('The window needs 10 sessions after day 0 and has 2').first().waitFor()
    expect(await page.getByTestId('placebo').count()).toBe(1)
    expect(await page.locator('main').textContent()).not.toMatch(/NaN|undefined|null|Infinity/)
    await close()
  })

  test('an event that had not happened at the moment shown', async () => {
    const { page, close } = await visit(browser, pageOf('deepseek-ue8m0', '?asOf=2025-08-01'))
    await page.getByText('On 1 Aug 2025, 23:59 UTC this had not happened yet').waitFor()
    expect(await page.locator('main').textContent()).not.toContain('1,243.20')
    await close()
  })
})

describe('the settings in the URL', () => {
  test('change the chart and its exports, and leave the headline as declared', async () => {
    const query = '?listing=NVDA&model=mean-adjusted&returns=simple&pre=2&post=3'
    const declared = await study('deepseek-ue8m0', '?listing=NVDA')
    const { page, close } = await opened(pageOf('deepseek-ue8m0', query))
    expect((await rowsOf(page, 'car-numbers')).map(([day]) => numberOf(day))).toEqual([-2, -1, 0, 1, 2, 3])
    expect(await page.getByTestId('sentence').textContent()).toBe(declared.sentence)
    const href = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
    const view = (await page.request.get(`${site}${href}`).then((answer) => answer.json())) as StudyView
    expect(view.settings).toMatchObject({ model: 'mean-adjusted', returns: 'simple', pre: 2, post: 3, gap: 10 })
    const csv = await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href')
    expect(await page.request.get(`${site}${csv}`).then((answer) => answer.text())).toContain('mean-adjusted model')
    await close()
  })

  test('that cannot be meant are named, and the default stands', async () => {
    const { page, problems, close } = await visit(
      browser,
      pageOf('deepseek-ue8m0', '?listing=AAPL&model=best&pre=-1&gap=9'),
    )
    const notices = await page.locator('p[role=status]').allTextContents()
    for (const wrong of ['listing=AAPL', 'model=best', 'pre=-1']) {
      expect(notices.some((notice) => notice.includes(wrong) && notice.includes('default'))).toBe(true)
    }
    expect(notices).toHaveLength(3)
    expect(await page.getByRole('textbox', { name: 'Before' }).inputValue()).toBe('5')
    expect(await page.getByRole('textbox', { name: 'Gap' }).inputValue()).toBe('9')
    expect(problems).toEqual([])
    await close()
  })

  test('are kept when the listing changes, and by the form of the windows', async () => {
    const { page, close } = await visit(browser, pageOf('deepseek-ue8m0', '?model=market-adjusted'))
    await page.getByRole('navigation', { name: 'Listing' }).getByRole('link', { name: 'Nvidia' }).click()
    await page.waitForURL(/listing=NVDA&model=market-adjusted/)
    await page.getByRole('textbox', { name: 'After' }).fill('4')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.waitForURL(/post=4/)
    expect(new URL(page.url()).searchParams.get('listing')).toBe('NVDA')
    expect(new URL(page.url()).searchParams.get('model')).toBe('market-adjusted')
    await close()
  })
})

test('promise 7: the line on the page computes the figures by session again', async () => {
  const { page, close } = await visit(browser, pageOf('deepseek-ue8m0', '?listing=NVDA'))
  const line = (await page.getByTestId('recompute').textContent()) ?? ''
  const [, url, command] = /^curl -s '(.+)' \| (npm run --silent study -- -)$/.exec(line) ?? []
  expect(command).toBeDefined()
  const answer = await page.request.get(url ?? '').then((response) => response.text())
  const again = await new Promise<string>((resolve, reject) => {
    const npm = spawn('npm', ['run', '--silent', 'study', '--', '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
    let text = ''
    npm.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    npm.once('error', reject)
    npm.once('exit', () => resolve(text))
    npm.stdin.end(answer)
  })
  const view = JSON.parse(answer) as StudyView
  const [event] = JSON.parse(again).events as { car: number[]; carSe: number[]; carP: number[] }[]
  expect(event?.car).toEqual(view.car.map((value) => expect.closeTo(value ?? Number.NaN, 12)))
  expect(event?.carSe).toEqual(view.carSe.map((value) => expect.closeTo(value ?? Number.NaN, 12)))
  expect(event?.carP).toEqual(view.carP.map((value) => expect.closeTo(value ?? Number.NaN, 10)))
  await close()
})
