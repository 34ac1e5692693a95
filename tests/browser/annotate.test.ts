import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditEntryView } from '@/lib/api/audit/schema'
import type { EventView } from '@/lib/api/events/schema'
import { asBeforeTheFirstAdmin, password } from './people'
import { sharedChromium } from './shared'
import { openPage, settled, visit } from './visit'

const url = inject('siteUrl')
const place = { url, databaseUrl: inject('siteDatabaseUrl') }
const title = 'DeepSeek’s format is read as a sign for home-grown chips'
const slug = 'deepseek-s-format-is-read-as-a-sign-for-home-grown-chips'

let browser: Browser
let context: BrowserContext
let page: Page
let problems: string[]
beforeAll(async () => {
  browser = await sharedChromium()
  context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } })
  const opened = await openPage(context, await asBeforeTheFirstAdmin(place))
  page = opened.page
  problems = opened.problems
})
/** Other tests of the run look at the board as it ships. */
async function archive(key: string): Promise<void> {
  const { version } = await stored(key)
  await context.request.delete(`${url}/api/v1/events/${key}?version=${version}`, { headers: { origin: url } })
}
afterAll(async () => {
  for (const key of [slug, 'sent-by-a-program']) await archive(key)
  await browser?.close()
})

const plot = () => page.locator('.chart-plot').first()
const toast = () => page.locator('.toast')

/** Walks the chart by its keys to a session, so that it is in sight and its place known. */
async function placeOf(session: RegExp): Promise<{ x: number; y: number }> {
  const date = plot().locator('.chart-date')
  const box = (await plot().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const y = box.y + box.height / 2
  let [low, high] = [0, box.width]
  const wanted = Date.parse(session.source)
  for (let step = 0; step < 30; step++) {
    const x = (low + high) / 2
    await page.mouse.move(box.x + x, y)
    const read = Date.parse(`${await date.textContent()} UTC`)
    if (read === wanted) return { x: box.x + x, y }
    if (read < wanted) low = x
    else high = x
  }
  throw new Error(`${session.source} is not on the chart`)
}

/** The number and the title of each mark on a chart. */
const marksOn = (of: Page) =>
  of.locator('.pills .mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('title')).join('\n'))

/** What somebody who is not signed in sees on the board. */
async function readersBoard<T>(look: (page: Page) => Promise<T>): Promise<T> {
  const reader = await visit(browser, url, { locale: 'en' })
  try {
    return await look(reader.page)
  } finally {
    await reader.close()
  }
}

const listed = (of: Page): Locator => of.getByTestId('events').getByText(title)
const stored = async (of = slug): Promise<EventView> =>
  (await context.request.get(`${url}/api/v1/events/${of}`)).json() as Promise<EventView>
const trail = async (key: string): Promise<AuditEntryView[]> => {
  const response = await context.request.get(`${url}/api/v1/audit?entity=event&key=${key}`)
  return ((await response.json()) as { items: AuditEntryView[] }).items
}

describe('from the set-up link to a mark that was moved and put back', () => {
  test('the first admin signs in by the link and finds the tool on the chart; a reader loads none of it', async () => {
    await page.getByLabel('E-mail', { exact: true }).fill('ada@example.org')
    await page.getByLabel('Your name', { exact: true }).fill('Ada')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Make the account' }).click()
    await page.waitForURL(`${url}/admin/accounts`)
    await page.goto(`${url}/listings/688256.SS?range=1y`)
    await settled(page)
    await page.getByRole('button', { name: 'Annotate' }).waitFor()
    await readersBoard(async (reader) => {
      expect(await reader.getByRole('button', { name: 'Annotate' }).count()).toBe(0)
    })
  })

  test('a click on the session of 22 August 2025 opens the form for it, which asks for the part of the day', async () => {
    await page.keyboard.press('a')
    await page.locator('.chart[data-live=true] .tool-layer').waitFor()
    const { x, y } = await placeOf(/2025-08-22/)
    await page.mouse.click(x, y)
    const dialog = page.getByRole('dialog', { name: 'New event' })
    await dialog.waitFor()
    expect(await dialog.getByLabel('Start', { exact: true }).inputValue()).toBe('2025-08-22')
    await dialog.getByLabel('Title', { exact: true }).fill(title)
    await dialog.getByLabel('Title (Chinese)').fill('市场将 DeepSeek 的格式视为国产芯片的信号')
    await dialog.getByLabel('Source', { exact: true }).fill('A paper')
    await dialog
      .getByLabel('Text', { exact: false })
      .first()
      .fill('Buyers *read* it so: [the paper](https://example.org/a).')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog
      .getByRole('alert')
      .getByText(/Part of the day/)
      .waitFor()
    await dialog.getByLabel('Part of the day').selectOption('pre')
    await dialog.getByTestId('preview-day-zero').getByText('22 Aug 2025').waitFor()
    await dialog.getByTestId('preview-near').getByText('DeepSeek V3.1 comes with a number format').waitFor()
    expect(await plot().locator('.tool-flag').textContent()).toBe(title)
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await toast().getByText('is saved: draft').waitFor()
    expect(await dialog.count()).toBe(0)
    expect(await marksOn(page)).toContain(title)
    expect(await stored()).toMatchObject({ start: '2025-08-22', phase: 'pre', status: 'draft', version: 1 })
  })

  test('a draft is on no reader’s board, page, picture or embed', async () => {
    await readersBoard(async (reader) => {
      expect(await marksOn(reader)).not.toContain(title)
      expect(await listed(reader).count()).toBe(0)
    })
    for (const path of [`/events/${slug}`, `/events/${slug}.json`, `/events/${slug}.png`, `/embed/events/${slug}`]) {
      expect({ path, status: (await fetch(url + path)).status }).toEqual({ path, status: 404 })
    }
    expect(await (await fetch(`${url}/listings/688256.SS.json?table=events`)).text()).not.toContain(slug)
    // Nor does what an annotator takes away or embeds have it.
    expect(await (await context.request.get(`${url}/listings/688256.SS.json?table=events`)).text()).not.toContain(slug)
    expect(await (await context.request.get(`${url}/embed/listings/688256.SS`)).text()).not.toContain(title)
  })

  test('an annotator sees its page with a banner, and publishes it from its form', async () => {
    const { page: own, close } = await openPage(context, `${url}/events/${slug}`)
    await own.getByText('A draft: only annotators see this page.').waitFor()
    expect(await own.getByRole('link', { name: 'the paper' }).getAttribute('rel')).toBe('noopener nofollow')
    expect(await own.locator('article em').textContent()).toBe('read')
    await own.getByRole('link', { name: 'Edit', exact: true }).click()
    await own.waitForURL(`${url}/admin/events/${slug}`)
    await settled(own)
    await own.getByRole('button', { name: 'Publish', exact: true }).click()
    await own.locator('[data-entry]').nth(1).waitFor()
    expect((await stored()).status).toBe('published')
    await close()
  })

  test('then its mark is on the board of a reader', async () => {
    await readersBoard(async (reader) => {
      expect(await marksOn(reader)).toContain(title)
      expect(await listed(reader).count()).toBe(1)
    })
  })

  test('it is moved by a session with the keyboard, and the undo puts it back', async () => {
    await page.goto(`${url}/listings/688256.SS?range=1y`)
    await settled(page)
    await page.keyboard.press('a')
    await page.locator('.chart[data-live=true] .tool-layer').waitFor()
    const pill = page.locator(`.pills .mark[title*="${title}"]`)
    await pill.focus()
    await page.keyboard.press('Enter')
    const menu = page.getByRole('dialog', { name: 'Change the events of this mark' })
    const own = menu.getByRole('listitem').filter({ hasText: title })
    await own.getByRole('button', { name: 'Move a session later' }).click()
    await toast().getByText('now stands on 25 Aug 2025').waitFor()
    expect(await stored()).toMatchObject({ start: '2025-08-25', version: 3 })
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('stands on 22 Aug 2025 again').waitFor()
    expect(await stored()).toMatchObject({ start: '2025-08-22', status: 'published', version: 4 })
  })

  test('a mark is dragged to another session as well, and a click on it still opens its menu', async () => {
    await page.goto(`${url}/listings/688256.SS?range=1y`)
    await settled(page)
    await page.keyboard.press('a')
    await page.locator('.chart[data-live=true] .tool-layer').waitFor()
    const before = await stored('cambricon-q3-2025')
    const mark = page.locator('.pills .mark:not([data-numbers*=","])[title*="third quarter of 2025"]')
    await mark.click()
    await page.getByRole('dialog', { name: 'Change the events of this mark' }).waitFor()
    await page.keyboard.press('Escape')
    const to = await placeOf(/2025-10-23/)
    const from = await mark.boundingBox()
    if (!from) throw new Error('the mark is not in sight')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x, from.y + 5, { steps: 8 })
    await page.mouse.up()
    await toast().getByText('now stands on 23 Oct 2025').waitFor()
    expect(page.url()).toContain('/listings/688256.SS')
    const moved = await stored('cambricon-q3-2025')
    expect(moved.dayZero.find(({ symbol }) => symbol === '688256.SS')?.session).toBe('2025-10-23')
    expect([moved.precision, moved.phase]).toEqual([before.precision, before.phase])
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Undone').waitFor()
    expect((await stored('cambricon-q3-2025')).start).toBe(before.start)
  })

  test('the audit has every step, with who took it', async () => {
    const entries = (await trail(slug)).reverse()
    expect(entries.map(({ action }) => action)).toEqual(['create', 'update', 'update', 'restore'])
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['ada@example.org']))
    const starts = entries.map(({ after }) => (after as EventView).start)
    expect(starts).toEqual(['2025-08-22', '2025-08-22', '2025-08-25', '2025-08-22'])
    expect(problems.filter((text) => !/status of 40[01]/.test(text))).toEqual([])
  })
})

test('two editors at once: the second sees both values and chooses', async () => {
  const before = await stored()
  const { page: own, close } = await openPage(context, `${url}/admin/events/${slug}`)
  await own.getByLabel('Title', { exact: true }).fill('Mine')
  const theirs = await context.request.patch(`${url}/api/v1/events/${slug}`, {
    headers: { origin: url },
    data: { version: before.version, title: 'Theirs', tags: ['software'] },
  })
  expect(theirs.status()).toBe(200)
  await own.getByRole('button', { name: 'Save', exact: true }).click()
  const clash = own.getByTestId('conflict')
  await clash.getByText('Theirs').waitFor()
  expect(await clash.textContent()).toContain('Mine')
  await clash.getByRole('button', { name: 'Save what is chosen' }).click()
  await own.getByText('Saved.').waitFor()
  expect(await stored()).toMatchObject({ title: 'Mine', tags: ['software'], version: before.version + 2 })
  await close()
})

test('the same by API key, from outside of any browser', async () => {
  const made = await context.request.post(`${url}/api/v1/keys`, {
    headers: { origin: url },
    data: { name: 'curl', scope: 'annotate' },
  })
  const { key } = (await made.json()) as { key: string }
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const words = { title: 'Sent by a program', titleZh: '由程序发送', text: '', textZh: '', sourceName: 'A program' }
  const added = await call<EventView>('POST', '/events', {
    ...{ ...words, slug: 'sent-by-a-program', start: '2025-08-22', phase: 'pre', listings: ['688256.SS'] },
  })
  expect(added).toMatchObject({ status: 'draft', version: 1 })
  const onBoard = () => readersBoard(async (reader) => (await marksOn(reader)).includes(words.title))
  expect(await onBoard()).toBe(false)
  await call('PATCH', '/events/sent-by-a-program', { version: 1, status: 'published' })
  expect(await onBoard()).toBe(true)
  const moved = await call<EventView>('PATCH', '/events/sent-by-a-program', { version: 2, start: '2025-08-25' })
  expect(moved.dayZero).toMatchObject([{ symbol: '688256.SS', session: '2025-08-25' }])
  const { items } = await call<{ items: AuditEntryView[] }>('GET', '/audit?entity=event&key=sent-by-a-program')
  await call('POST', `/audit/${items[0]?.id}/undo`, { version: 3 })
  expect((await call<EventView>('GET', '/events/sent-by-a-program')).start).toBe('2025-08-22')
  const entries = (await trail('sent-by-a-program')).reverse()
  expect(entries.map(({ action }) => action)).toEqual(['create', 'update', 'update', 'restore'])
  expect(entries.every(({ actor }) => actor.includes('curl') && actor.includes('ada@example.org'))).toBe(true)
})

test('claims and milestones are kept right by their forms: a verdict before saving, a slip told afterwards', async () => {
  const claim = await openPage(context, `${url}/admin/claims/~new`)
  await claim.page.getByLabel('Which arithmetic judges it').selectOption('interval')
  await claim.page.getByLabel('From the event').selectOption('deepseek-ue8m0')
  await claim.page.getByLabel('To the event').selectOption('cambricon-h1-2025')
  await claim.page.getByLabel('At most so many days').fill('30')
  await claim.page
    .getByTestId('verdict-preview')
    .getByText(/it is 5 days/)
    .waitFor()
  await claim.page.getByLabel('Statement', { exact: true }).fill('Within a month of the format, Cambricon reported.')
  await claim.page.getByLabel('Statement (Chinese)').fill('格式公布后一个月内，寒武纪发布了业绩。')
  await claim.page.getByLabel('Source', { exact: true }).fill('A paper')
  await claim.page.getByLabel(/^Slug/).fill('within-a-month')
  await claim.page.getByRole('button', { name: 'Save', exact: true }).click()
  await claim.page.waitForURL(`${url}/admin/claims/within-a-month`)
  await claim.page.getByTestId('history').getByText('claim within-a-month added').waitFor()
  expect((await fetch(`${url}/claims/within-a-month`)).status).toBe(404)
  await claim.close()

  const milestone = await openPage(context, `${url}/admin/milestones/ascend-960`)
  const promised = milestone.page.getByLabel(/^Promised/)
  const old = await promised.inputValue()
  await promised.fill('2030-Q1')
  await milestone.page.getByRole('button', { name: 'Save', exact: true }).click()
  await milestone.page
    .getByTestId('slips')
    .getByText(/by ada@example\.org/)
    .waitFor()
  await promised.fill(old)
  await milestone.page.getByRole('button', { name: 'Save', exact: true }).click()
  await milestone.page.getByTestId('slips').getByRole('listitem').nth(1).waitFor()
  await milestone.close()
})
