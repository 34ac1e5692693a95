import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AcrossView } from '@/lib/api/across/schema'
import type { EventsView } from '@/lib/api/events/schema'
import { latinRuns } from '../../browser/latin'
import { sharedChromium } from '../../browser/shared'
import { visit } from '../../browser/visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

const api = async <View>(path: string): Promise<View> => {
  const response = await fetch(`${site}/api/v1${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as View
}

describe('the list of events', () => {
  test('is filtered by topic and verdict and ordered by size from the URL alone, as the API has them', async () => {
    const [{ items }, studies] = await Promise.all([
      api<EventsView>('/events?topic=nvidia'),
      api<AcrossView>('/studies?kind=event&topic=nvidia'),
    ])
    const size = (slug: string) =>
      Math.max(...studies.items.flatMap(({ event, car }) => (event === slug && car !== null ? [Math.abs(car)] : [-1])))
    const moved = (slug: string) => studies.items.some((row) => row.event === slug && row.verdict === 'moved')
    const expected = items
      .filter(({ slug }) => moved(slug))
      .sort((a, b) => size(b.slug) - size(a.slug))
      .map(({ slug }) => `/events/${slug}`)
    expect(expected.length).toBeGreaterThan(1)
    const { page, problems, close } = await visit(browser, `${site}/events?topic=nvidia&verdict=moved&sort=size`, {
      javaScriptEnabled: false,
    })
    const links = page.getByTestId('events').locator('tbody tr td:nth-child(2) > a')
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(expected)
    const marks = page.getByTestId('timeline').locator('li > a')
    expect(await marks.count()).toBe(expected.length)
    const verdicts = page.getByRole('navigation', { name: 'Verdict' })
    expect(await verdicts.locator('[aria-current]').textContent()).toBe(`moved ${expected.length}`)
    await verdicts.getByRole('link', { name: /^all / }).click()
    await page.waitForURL(/\/events\?sort=size&topic=nvidia$/)
    expect(await links.count()).toBe(items.length)
    expect(problems).toEqual([])
    await close()
  })

  test('says what no event matches, names what cannot be meant, and shows a way on', async () => {
    const { page, close } = await visit(browser, `${site}/events?verdict=moved&listing=0700.HK&tag=gossip`)
    expect(await page.locator('p[role=status]').allTextContents()).toEqual([expect.stringContaining('tag=gossip')])
    await page.getByText('No event matches these filters.').waitFor()
    await page.getByRole('link', { name: /^without Verdict: moved/ }).click()
    await page.getByTestId('events').waitFor()
    await close()
  })
})

test.each(['/events?results=shown', '/events/deepseek-ue8m0', '/events/huawei-us-entity-list', '/studies?kind=all'])(
  '%s has no English sentence left in Chinese',
  async (path) => {
    const { page, problems, close } = await visit(browser, `${site}${path}${path.includes('?') ? '&' : '?'}lang=zh`)
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/)
    expect(await latinRuns(page)).toEqual([])
    expect(problems).toEqual([])
    await close()
  },
)
