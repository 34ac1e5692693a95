import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium'
import { seriousFindings } from './quality'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
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

  test('stand in the header, and the board leads to them', async () => {
    const { page, close } = await visit(browser, site)
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Claims' }).waitFor()
    await page.getByText('That was 4,348% more').click()
    await page.getByRole('region', { name: 'The article’s claims' }).getByRole('link').locator('visible=true').click()
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
    const href = await page.getByRole('link', { name: 'Inputs and dates as CSV' }).getAttribute('href')
    expect(await (await page.request.get(`${site}${href}`)).text()).toContain(
      '2025-09-18,1420.99,CNY,2024-09-18,210.01',
    )
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
