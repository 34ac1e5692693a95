import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { seriousFindings } from '../../browser/quality'
import { sharedChromium } from '../../browser/shared'
import { visit } from '../../browser/visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

describe('the claims', () => {
  test('are listed with their verdicts, and each leads to its arithmetic', async () => {
    const { page, problems, close } = await visit(browser, `${site}/claims`)
    const rows = page.getByTestId('claims').locator('tbody tr')
    expect(await rows.count()).toBe(10)
    expect(await rows.filter({ hasText: 'not checkable' }).count()).toBe(3)
    await page.getByRole('link', { name: 'A cluster of one million NPUs' }).click()
    await page.waitForURL(/\/claims\/million-npu-cluster-one-sixth$/)
    await page.getByTestId('verdict').getByText('contradicts itself').waitFor()
    await page.getByText('1,000,000 / 600,000 = 166.7%').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('are filtered by the verdict in the URL, with how they fare above whatever is shown', async () => {
    const { page, problems, close } = await visit(browser, `${site}/claims`)
    expect((await page.getByTestId('tally').locator('li').allTextContents()).map((text) => text.trim())).toEqual([
      ...['2 hold', '2 depend on the dates', '3 fail', '3 cannot be checked'],
    ])
    await page.getByRole('link', { name: 'does not hold 2' }).click()
    await page.waitForURL(`${site}/claims?verdict=does-not-hold`)
    await expect.poll(() => page.getByTestId('claims').locator('tbody tr').count()).toBe(2)
    expect(await page.getByTestId('tally').locator('li').count()).toBe(4)
    await page.goBack()
    await expect.poll(() => page.getByTestId('claims').locator('tbody tr').count()).toBe(10)
    await page.goto(`${site}/claims?verdict=true`)
    await page.getByRole('status').filter({ hasText: '“true” is no verdict' }).waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('stand in the header, and the board leads to them', async () => {
    const { page, close } = await visit(browser, site)
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Claims' }).waitFor()
    await page.getByRole('link', { name: 'That was 4,348% more' }).click()
    await page.waitForURL(/\/claims\/cambricon-half-year-growth$/)
    await close()
  })
})

describe('a claim', () => {
  test.each([
    ['cambricon-up-nearly-500-percent', 'depends on the dates', 'light'],
    ['cambricon-half-year-in-dollars', 'depends on the dates', 'dark'],
    ['nvidia-tumbled-on-deepseek', 'does not hold', 'light'],
    ['t-head-matches-h20', 'not checkable', 'dark'],
  ] as const)('%s shows its verdict, to people and to machines', async (slug, verdict, colorScheme) => {
    const { page, problems, close } = await visit(browser, `${site}/claims/${slug}`, { colorScheme })
    expect(await page.getByTestId('verdict').textContent()).toBe(verdict)
    const json = await page.locator('script[type="application/ld+json"]').textContent()
    const review = JSON.parse(json ?? '')
    expect(review).toMatchObject({ '@type': 'ClaimReview', reviewRating: { alternateName: verdict } })
    expect(review.claimReviewed).toBe(await page.locator('h1').textContent())
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
    await close()
  })

  test('draws a mark for each end date, and has the same figures in its table and its CSV', async () => {
    const { page, close } = await visit(browser, `${site}/claims/cambricon-up-nearly-500-percent`)
    const strip = page.getByRole('img', { name: /A mark for each of 60 end dates/ })
    expect(await strip.locator('rect:has(title)').count()).toBe(60)
    expect(await strip.locator('rect.fill-good').count()).toBe(4)
    await page.getByText('Every end date').click()
    expect(await page.getByTestId('end-dates').locator('tbody tr').first().textContent()).toBe(
      '18 Sep 20251,420.9918 Sep 2024210.01+576.6no',
    )
    const csv = await page.request.get(`${site}/api/v1/claims/cambricon-up-nearly-500-percent?format=csv`)
    expect(await csv.text()).toContain('2025-09-18,1420.99,CNY,2024-09-18,210.01')
    await close()
  })

  test('set to a date says so, and does not exist before the statement was made', async () => {
    const path = `${site}/claims/cambricon-half-year-revenue`
    const { page, close } = await visit(browser, `${path}?asOf=2025-09-30`)
    await page.getByText('Set to 30 Sep 2025, 23:59 UTC').waitFor()
    expect(await page.getByTestId('verdict').textContent()).toBe('holds within rounding')
    expect(await page.getByRole('region', { name: 'Since then' }).count()).toBe(0)
    expect((await page.request.get(`${path}?asOf=2025-09-18`)).status()).toBe(404)
    expect((await page.request.get(`${site}/claims/nothing`)).status()).toBe(404)
    await close()
  })
})

describe('in Chinese', () => {
  test.each([
    ['/claims', '论断', '取决于起止日期'],
    ['/claims/nvidia-tumbled-on-deepseek', 'DeepSeek在2025年8月的消息令英伟达股价大跌', '可察觉的最小变动'],
    ['/roadmap', '路线图', '昇腾950PR'],
    ['/data', '数据', '上海证券交易所'],
  ] as const)('%s has its texts, and no line of English ones', async (path, title, text) => {
    const { page, problems, close } = await visit(browser, `${site}${path}?lang=zh`)
    expect(await page.locator('h1').textContent()).toContain(title)
    expect(await page.locator('main').textContent()).toContain(text)
    // Names, codes and documents stay as they are; a run of four lower-case words is a sentence that was forgotten.
    const lines = await page.locator('main :is(p, li, td, th, h1, h2, dt, dd, summary)').allTextContents()
    const names = /How DeepSeek and Huawei|npm run refresh/
    expect(lines.filter((line) => /(\b[a-z]+ ){3}[a-z]+/.test(line) && !names.test(line))).toEqual([])
    expect(problems).toEqual([])
    await close()
  })
})

describe('the roadmap', () => {
  test('marks what is late by how much, and is filtered by status from the URL', async () => {
    const { page, problems, close } = await visit(browser, `${site}/roadmap`)
    const late = page.getByTestId('roadmap').locator('li[data-state=late]')
    const days = Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse('2026-03-31')) / 86_400_000)
    await late.filter({ hasText: 'Ascend 950PR' }).getByText(`${days} days late`).waitFor()
    await page.getByRole('link', { name: /^no date 2/ }).click()
    await page.waitForURL(`${site}/roadmap?state=unscheduled`)
    await expect.poll(() => page.getByTestId('roadmap').locator('li').count()).toBe(2)
    expect(problems).toEqual([])
    await close()
  })

  test('set to the past shows what was promised then, and nothing that was found out since', async () => {
    const { page, close } = await visit(browser, `${site}/roadmap?asOf=2025-12-01`)
    await page.getByText('Set to 1 Dec 2025').waitFor()
    expect(await page.getByTestId('roadmap').locator('li[data-state=late]').count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toContain('April 2026')
    await page.goto(`${site}/roadmap?asOf=2025-09-01`)
    await page.getByText('none had been announced by then').waitFor()
    await close()
  })
})
