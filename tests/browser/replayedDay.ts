import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { refreshBars } from '@/lib/ingest/refreshBars'
import { refreshQuotes } from '@/lib/ingest/refreshQuotes'
import { openStore } from '@/lib/store/connection/store'
import { createThing } from '@/lib/store/editable/commands'
import { eventKind } from '@/lib/store/event/editable'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { beginRun } from '@/lib/store/run/begin'
import { startStandin } from '../standin'
import { quoteEnvironment } from '../store/ingest/quoteEnvironment'
import { cuttable } from './cuttable'
import type { Site } from './setup'
import { visit } from './visit'

const session = '2026-07-23'
const shanghai = (time: string) => `${session}T${time}+08:00`

/** The first session after the bundled figures, as its trades came: prices of their own at each minute, from an open at the close before. */
function ticksOf(close: number) {
  const times = Array.from({ length: 120 }, (_, n) => new Date(Date.parse(shanghai('09:30:00')) + n * 60_000))
  const morning = times.map((at, n) => ({
    at: at.toISOString(),
    price: Math.round(close * (1 + n / 2_000) * 100) / 100,
    shares: 1_000 + n,
  }))
  return [
    ...morning,
    { at: new Date(shanghai('14:59:58')).toISOString(), price: Math.round(close * 110) / 100, shares: 5_000 },
  ]
}

/** Two Shanghai listings of a site whose session is replayed by a stand-in; the clock moves when it is told to. */
export async function replayedDay(site: Site) {
  const store = openStore(site.databaseUrl, { max: 3 })
  let clock = new Date(shanghai('09:30:01'))
  const standin = await startStandin({ clock: () => clock })
  const env = quoteEnvironment(
    store,
    () => standin,
    () => clock,
  )
  const listings: Listing[] = []
  const days: { listing: Listing; last: number }[] = []
  for (const symbol of ['688256.SS', '688802.SS']) {
    const listing = await listingBySymbol(store.sql, symbol)
    if (listing === null) throw new Error(`${symbol} is not in the box`)
    const [bar] = await store.sql<{ close: string }[]>`
      SELECT trim_scale(close)::text AS close FROM bar WHERE listing_id = ${listing.id} ORDER BY session DESC LIMIT 1`
    days.push({ listing, last: Number(bar?.close) })
    listings.push(listing)
  }
  // The five last sessions come along, as a feed's do, so that the answer can be believed.
  const standinListings = await Promise.all(
    days.map(async ({ listing: { id, symbol }, last }) => {
      const bars = await store.sql<Record<'session' | 'open' | 'high' | 'low' | 'close' | 'volume', string>[]>`
        SELECT session, open, high, low, close, volume::text FROM bar WHERE listing_id = ${id} ORDER BY session DESC LIMIT 30`
      const numbers = bars.map((bar) => ({
        session: bar.session,
        ...{ open: Number(bar.open), high: Number(bar.high), low: Number(bar.low) },
        ...{ close: Number(bar.close), volume: Number(bar.volume) },
      }))
      const replay = { session, close: new Date(shanghai('15:00:00')).toISOString(), ticks: ticksOf(last) }
      return { symbol, currency: 'CNY', timeZone: 'Asia/Shanghai', bars: numbers, replay }
    }),
  )
  standin.setData({ listings: standinListings })
  return {
    store,
    /** Sets the clock and polls once; resolves with the price of the first listing when it is committed. */
    poll: async (time: string): Promise<string> => {
      clock = new Date(shanghai(time))
      const rows = await refreshQuotes(env, 'XSHG', listings)
      expect(rows.map(({ error }) => error)).toEqual([null, null])
      const [row] = await store.sql<{ price: string }[]>`
        SELECT to_char(price, 'FM999,999,990.00') AS price FROM quote WHERE listing_id = ${listings[0]?.id ?? 0} ORDER BY at DESC LIMIT 1`
      return row?.price ?? ''
    },
    /** The daily refresh after the close. */
    settle: async () => {
      clock = new Date(shanghai('15:40:00'))
      const runId = await beginRun(
        store,
        { actor: 'test', scopes: ['ingest'], now: clock },
        { job: 'bars', slotId: 'replayed', trigger: 'test' },
      )
      for (const listing of listings) {
        const rows = await refreshBars(env, { runId: runId ?? '', job: 'bars', listing })
        expect(rows.map(({ error }) => error)).toEqual([null])
      }
    },
    addEvent: (slug: string, title: string) =>
      createThing(store, { actor: 'test', scopes: ['annotate'], now: new Date() }, eventKind, {
        ...{ slug, title, titleZh: title, text: 'A thing.', textZh: '一件事。', start: '2026-07-20' },
        ...{
          precision: 'day',
          phase: 'unknown',
          sourceName: 'test',
          confirmed: true,
          status: 'published',
          listings: ['688256.SS'],
        },
      }),
    close: async () => {
      await standin.close()
      await store.close()
    },
  }
}

export const cambriconRow = (page: Page) => page.getByTestId('closes').locator('tr', { hasText: 'Cambricon' })
/** Resolves when the page's stream tells of changes as they come. */
export const streaming = (page: Page) => page.locator('[data-live=live]').waitFor({ state: 'attached' })

/**
 * A day on the board, as a reader sees it: prices move within two seconds of their commit; the connection is gone for `brokenMs` and what happened meanwhile is there when it is
 * back; at the close the settled bar takes the place of the unsettled one. Nothing of it needs a reload.
 */
export async function watchReplayedDay(browser: Browser, site: Site, brokenMs: number): Promise<void> {
  const day = await replayedDay(site)
  const way = await cuttable(site.url)
  const { page, problems, close } = await visit(browser, way.url)
  try {
    await page.evaluate(() => Object.assign(window, { stillTheSame: true }))
    await streaming(page)
    const row = cambriconRow(page)

    for (const time of ['09:31:05', '09:32:05', '09:33:05']) {
      const price = await day.poll(time)
      const committed = performance.now()
      await row.getByText(price).waitFor({ timeout: 5_000 })
      expect(performance.now() - committed).toBeLessThan(2_000)
    }
    expect(await row.locator('td').nth(1).getAttribute('title')).toMatch(
      /^Live price of 23 Jul 2026, 01:33 UTC, not settled · .*Yahoo Finance/,
    )

    way.cut()
    const until = Date.now() + brokenMs
    const missed = [await day.poll('10:00:05'), await day.poll('10:30:05')]
    await day.addEvent('while-away', 'Happened while away')
    expect(missed[0]).not.toBe(missed[1])
    await page.waitForTimeout(Math.max(0, until - Date.now()))
    expect(await row.getByText(missed[1] ?? '').count()).toBe(0)
    if (brokenMs > 10_000) await page.getByRole('status').getByText('Reconnecting').waitFor({ timeout: 1_000 })
    way.mend()
    await row.getByText(missed[1] ?? '').waitFor({ timeout: 10_000 })
    await page.getByTestId('events').getByText('Happened while away').waitFor({ timeout: 15_000 })
    await streaming(page)

    const last = await day.poll('14:59:59')
    await row.getByText(last).waitFor({ timeout: 5_000 })
    expect(await row.locator('td').nth(1).getAttribute('title')).toContain('not settled')
    await day.settle()
    await expect
      .poll(() => row.locator('td').nth(1).getAttribute('title'), { timeout: 5_000 })
      .toMatch(/^23 Jul 2026 · Source: Yahoo Finance/)
    expect(await row.locator('td').nth(1).textContent()).toContain(last)
    const settled = await day.store
      .sql`SELECT settled FROM bar JOIN listing ON id = listing_id WHERE symbol = '688256.SS' AND session = ${session}`
    expect([...settled]).toEqual([{ settled: true }])

    expect(await page.evaluate(() => 'stillTheSame' in window)).toBe(true)
    // A browser says of a connection that is gone that it is gone.
    expect(problems.filter((problem) => !/net::ERR_/.test(problem))).toEqual([])
  } finally {
    await close()
    await way.close()
    await day.close()
  }
}
