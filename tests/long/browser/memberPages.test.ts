import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asBeforeTheFirstAdmin, cookieOf, keepCookie, signIn } from '../../browser/people'
import { findings, lookAt, looks, seriousFindings } from '../../browser/quality'
import { sharedChromium } from '../../browser/shared'
import { openPage } from '../../browser/visit'

const place = { url: inject('siteUrl'), databaseUrl: inject('siteDatabaseUrl') }
let browser: Browser
let setup = ''
beforeAll(async () => {
  browser = await sharedChromium()
  setup = (await asBeforeTheFirstAdmin(place)).replace(place.url, '')
})
afterAll(() => browser?.close())

/** What the pages of members have to show: long names, invitations, keys that work and that do not, changes of every form. */
async function fill(cookie: string): Promise<void> {
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${place.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: place.url, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as { id: string; version: number; text: string; tags: string[] }
  }
  const email = 'anna.with.a.rather.long.name@department.of.an.example.org'
  await send('POST', '/accounts', { email, role: 'annotator' })
  const { id } = await send('POST', '/keys', { name: 'nightly import of events', scope: 'annotate', expiresInDays: 90 })
  await send('POST', '/keys', { name: 'reading', scope: 'read' })
  await send('DELETE', `/keys/${id}`)
  const path = '/events/deepseek-ue8m0'
  const { version, text, tags } = await send('GET', path)
  const words = { title: 'DeepSeek names a number format', tags: [...tags.slice(1), 'numbers'] }
  await send('PATCH', path, { version, ...words, text: `${text.replace(/\w+/, 'Elsewhere')}\n\nA second paragraph.` })
}

describe.each(looks)('before the first admin, in $colorScheme, $locale, at $width px', (look) => {
  test.each(['/sign-in?next=/admin', '/invite?token=x', 'the set-up link'])('%s has nothing wrong', async (path) => {
    const context = await lookAt(browser, look)
    const url = place.url + (path.startsWith('/') ? path : setup)
    expect(await findings(context, url, { axe: true })).toEqual([])
    await context.close()
  })
})

describe('signed in', () => {
  let cookie = ''
  beforeAll(async () => {
    cookie = await cookieOf(place, 'admin')
    await fill(cookie)
  })

  describe.each(looks)('in $colorScheme, $locale, at $width px', (look) => {
    let context: BrowserContext
    beforeAll(async () => {
      context = await lookAt(browser, look)
      await keepCookie(context, place, cookie)
    })
    afterAll(() => context?.close())

    const pages = [
      '/account',
      '/account/alerts',
      '/admin/accounts',
      '/admin/audit',
      '/admin/audit?entity=nope&key=nothing',
      '/',
    ]
    test.each(pages)('%s has nothing wrong', async (path) => {
      expect(await findings(context, place.url + path, { axe: true })).toEqual([])
    })

    test('the menu of the account and the question before undoing have nothing wrong', async () => {
      const { page, problems, close } = await openPage(context, `${place.url}/admin/audit?entity=event`)
      await page
        .locator('header')
        .getByLabel(/^(Account: |账户：)/)
        .click()
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page
        .getByRole('button', { name: /^(Undo|撤销)/ })
        .first()
        .click()
      await page.getByRole('dialog').locator('ins').first().waitFor()
      expect(await seriousFindings(page)).toEqual([])
      expect(problems).toEqual([])
      await close()
    })
  })
})

test('a change is undone from its entry, and who undoes what somebody has changed meanwhile is shown that first', async () => {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } })
  await signIn(context, place, 'annotator')
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const api = async (method: string, body?: unknown) =>
    (
      await fetch(`${place.url}/api/v1/events/huawei-us-entity-list`, {
        method,
        headers: { cookie, origin: place.url, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    ).json()
  const { version, title } = await api('GET')
  await api('PATCH', { version, title: 'Listed' })
  const { page, close } = await openPage(context, `${place.url}/admin/audit?entity=event&key=huawei-us-entity-list`)
  await page.getByRole('button', { name: /^Undo: event huawei-us-entity-list/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(title).waitFor()
  await api('PATCH', { version: version + 1, tags: ['meanwhile'] })
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await dialog.getByText(/Somebody changed it just now/).waitFor()
  await dialog.locator('del', { hasText: 'meanwhile' }).waitFor()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('article', { name: /undone to an earlier state/ }).waitFor()
  expect(await dialog.count()).toBe(0)
  expect(await api('GET')).toMatchObject({ title, version: version + 3 })
  await Promise.all([close(), context.close()])
})
