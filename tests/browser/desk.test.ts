import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { serveRequests } from '@/jobs/worker/requests'
import { runRefresh } from '@/lib/ingest/refresh'
import type { BarSource } from '@/lib/ingest/sources'
import { sessionsBetween } from '@/lib/market/sessions'
import { openStore, type Store } from '@/lib/store/connection/store'
import { bar, environmentAt, fakeFeed, newListing, storeBars } from '../store/ingest/fixtures'
import { cookieOf, keepCookie, signIn } from './people'
import { type Look, lookAt, lookFindings, looks, seriousFindings } from './quality'
import { sharedChromium } from './shared'
import { openPage, settled } from './visit'

const place = { url: inject('siteUrl'), databaseUrl: inject('siteDatabaseUrl') }
const symbols = ['603001.SS', '0981.HK'] as const
const [doubted, added] = symbols
const now = '2026-07-18T08:00:00Z'
const known = sessionsBetween('XSHG', '2026-05-06', '2026-07-10')
const later = sessionsBetween('XSHG', '2026-07-13', '2026-07-17')
const quiet = (days: readonly string[], level: number) =>
  days.map((session, i) => bar(session, (level + (i % 7) / 4).toFixed(2)))

let store: Store
let browser: Browser
let context: BrowserContext
const control = new AbortController()
let serving: Promise<void>

/** A feed that knows the added listing. */
const feeds = (): BarSource[] => {
  const bars = quiet(sessionsBetween('XHKG', '2025-01-02', '2026-07-17'), 50)
  const instrument = { name: 'SMIC', exchange: 'HKG', kind: 'EQUITY', firstTrade: '2025-01-02' }
  const yahoo = fakeFeed('yahoo', { bars, currency: 'HKD', instrument })
  return [{ ...yahoo.feed, name: 'Yahoo Finance' }]
}

async function clean(): Promise<void> {
  const { sql } = store
  const ids = (await sql<{ id: number }[]>`SELECT id FROM listing WHERE symbol IN ${sql(symbols)}`).map(({ id }) => id)
  for (const table of [
    'bar',
    'corporate_action',
    'quarantine',
    'missing_session',
    'refresh_request',
    'refresh_attempt',
  ])
    await sql`DELETE FROM ${sql(table)} WHERE listing_id = ANY(${ids}::int[])`
  await sql`DELETE FROM refresh_run WHERE slot_id LIKE 'desk%' OR trigger = 'request'`
  await sql`DELETE FROM refresh_request`
  await sql`DELETE FROM listing WHERE id = ANY(${ids}::int[])`
}

beforeAll(async () => {
  store = openStore(place.databaseUrl, { max: 3 })
  await clean()
  const fresh = { ...store, url: place.databaseUrl }
  const { id } = await newListing(fresh, {
    symbol: doubted,
    trackedFrom: '2026-05-06',
    listedOn: '2020-01-02',
    position: 999,
  })
  await storeBars(fresh, id, quiet(known, 100))
  const { feed } = fakeFeed('first', { basis: 'raw', bars: [...quiet(known, 100).slice(-5), ...quiet(later, 10)] })
  const order = { job: 'bars' as const, slotId: 'desk', trigger: 'test', symbols: [doubted] }
  await runRefresh(environmentAt(fresh, now, [feed]), order)
  serving = serveRequests(() => environmentAt(fresh, now, feeds()), control.signal, 50)
  browser = await sharedChromium()
  context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } })
  await signIn(context, place, 'admin')
})
afterAll(async () => {
  await browser?.close()
  control.abort()
  await serving
  await clean()
  await store.close()
})

const open = (path: string) => openPage(context, `${place.url}${path}`)
const work = (page: Page, state: string) => page.locator(`[data-work="${state}"]`).first().waitFor()
const heldIds = async () =>
  (
    await store.sql<{ id: bigint; entity: string; key: string }[]>`
      SELECT q.id, q.entity, q.row_key AS key FROM quarantine q JOIN listing l ON l.id = q.listing_id
      WHERE l.symbol = ${doubted} AND q.state = 'held' ORDER BY q.id`
  ).map(({ id, entity, key }) => ({ id: Number(id), entity, key }))

test('every page of the desk can be read in opposite looks, and is for admins alone', {
  timeout: 240_000,
}, async () => {
  const row = (await heldIds()).find(({ entity }) => entity === 'bar')
  const candidate = (await heldIds()).find(({ entity }) => entity === 'action')
  const paths = [
    ...['listings', `listings/${doubted}`, 'quarantine', `quarantine/${row?.id}`, `quarantine/${candidate?.id}`],
    ...['actions', 'feeds', 'runs'],
  ].map((path) => `/admin/${path}`)
  // A sign-in ends those before it: both looks have the same one.
  const cookie = await cookieOf(place, 'admin')
  const opposite = [looks.at(0), looks.at(-1)].flatMap((look) => look ?? [])
  const inLook = async (look: Look) => {
    const looking = await lookAt(browser, look)
    await keepCookie(looking, place, cookie)
    for (const path of paths) {
      const { page, problems, close } = await openPage(looking, `${place.url}${path}`)
      const findings = [...problems, ...(await lookFindings(page)), ...(await seriousFindings(page))]
      if (process.env.DESK_SHOTS) {
        const name = `${path.slice(7).replaceAll('/', '-')}-${look.colorScheme}-${look.width}.png`
        await page.screenshot({ path: `${process.env.DESK_SHOTS}/${name}`, fullPage: true })
      }
      expect({ path, look, findings }).toEqual({ path, look, findings: [] })
      await close()
    }
    await looking.close()
  }
  await Promise.all(opposite.map(inLook))
  const annotator = await browser.newContext({ locale: 'en' })
  await signIn(annotator, place, 'annotator')
  const { page } = await openPage(annotator, `${place.url}/admin/quarantine`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This page is for others')
  await annotator.close()
  // The browsers of the admin ended with the others' sign-ins.
  await signIn(context, place, 'admin')
})

test('a held bar is corrected beside its neighbours and released; others are rejected together', async () => {
  const first = (await heldIds()).find(({ entity, key }) => entity === 'bar' && key === '2026-07-13')
  const { page, problems } = await open(`/admin/quarantine/${first?.id}`)
  expect(await page.getByTestId('neighbours').textContent()).toMatch(/10 Jul 2026.*13 Jul 2026.*held/)
  await page.getByLabel('Low', { exact: true }).fill('500')
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await page
    .getByRole('alert')
    .getByText(/low 500 is above/)
    .waitFor()
  for (const [label, value] of [
    ['Open', '101'],
    ['High', '102'],
    ['Low', '100'],
    ['Close', '101.5'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await page.getByRole('heading', { level: 1 }).getByText('released').waitFor()
  const [stored] = await store.sql`
    SELECT trim_scale(close)::text AS close, feed FROM bar JOIN listing l ON l.id = listing_id WHERE l.symbol = ${doubted} AND session = '2026-07-13'`
  expect(stored).toEqual({ close: '101.5', feed: 'edited' })

  await page.goto(`${place.url}/admin/quarantine?listing=${doubted}&entity=bar`)
  await settled(page)
  await page.getByLabel('Choose all').check()
  await page.getByText('4 chosen').waitFor()
  await page.getByRole('button', { name: 'Reject', exact: true }).click()
  await page.getByLabel(/^Reason/).fill('on a level that is wrong')
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
  await page.getByText('4 answered, 0 refused').waitFor()
  await page.getByText('No row is like that.').waitFor()
  expect((await heldIds()).map(({ entity }) => entity)).toEqual(['action'])
  expect(problems.filter((problem) => !problem.includes('409'))).toEqual([])
  await page.close()
})

test('a candidate split is looked at with the series it would make, then accepted', async () => {
  const { page, problems } = await open('/admin/actions')
  const panel = page.getByRole('region', { name: `${doubted} 2026-07-13 split` })
  await panel.getByRole('img', { name: /Split 10:1, ex-date 13 Jul 2026/ }).waitFor()
  await panel.getByLabel('Ratio').fill('5/1')
  await panel.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('No split waits for a decision.').waitFor()
  const actions = await store.sql`
    SELECT ratio_numerator AS n, ratio_denominator AS d FROM corporate_action JOIN listing l ON l.id = listing_id WHERE l.symbol = ${doubted}`
  expect(actions).toEqual([{ n: 5, d: 1 }])
  expect(problems).toEqual([])
  await page.close()
})

test('a listing is looked up, added and filled, with how far that is; then moved and delisted', async () => {
  const { page, problems } = await open('/admin/listings')
  await page.getByLabel('Symbol', { exact: true }).fill('0981.hk')
  await page.getByRole('button', { name: 'Look up' }).click()
  await work(page, 'done')
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('SMIC')
  expect(await page.getByLabel('Currency', { exact: true }).inputValue()).toBe('HKD')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByText(`${added} was added.`).waitFor()
  await work(page, 'done')
  await page.getByTestId('listings').getByText(added).waitFor()

  await page.goto(`${place.url}/admin/listings/${added}`)
  await settled(page)
  expect(await page.getByRole('region', { name: 'History' }).textContent()).toContain('2 Jan 2025 to 17 Jul 2026')
  await page.getByLabel('Name', { exact: true }).fill('Semiconductor Manufacturing')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved.').waitFor()
  // Somebody else changes it meanwhile: theirs in another field stays, of the same field it is said what stands there.
  await store.sql`UPDATE listing SET name = 'Theirs', name_zh = '他们的', version = version + 1 WHERE symbol = ${added}`
  await page.getByLabel('Name', { exact: true }).fill('Mine')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Name: Theirs').waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved.').waitFor()
  await page.getByLabel('Place in lists').fill('many')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Place in lists').waitFor()
  await page.getByRole('button', { name: 'Delist' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delist' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const [stored] =
    await store.sql`SELECT name, name_zh AS zh, status::text, delisted_on IS NOT NULL AS dated FROM listing WHERE symbol = ${added}`
  expect(stored).toEqual({ name: 'Mine', zh: '他们的', status: 'delisted', dated: true })
  expect(problems.filter((problem) => !/status of 4(00|09)/.test(problem))).toEqual([])
  await page.close()
})

test('a feed is tested and a refresh is run from their pages, and what came of it is told', async () => {
  const { page, problems } = await open('/admin/feeds')
  const yahoo = page.getByRole('region', { name: 'Yahoo Finance' }).first()
  await yahoo.getByRole('button', { name: /^Test now/ }).click()
  await yahoo.locator('[data-work="done"], [data-work="failed"]').waitFor()
  await page.goto(`${place.url}/admin/runs`)
  await settled(page)
  await page.getByRole('button', { name: 'Run now: fx' }).click()
  await work(page, 'done')
  expect(await page.getByTestId('runs').textContent()).toContain('asked for')
  expect(problems).toEqual([])
  await page.close()
})
