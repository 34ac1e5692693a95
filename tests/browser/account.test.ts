import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asBeforeTheFirstAdmin, password, signIn } from './people'
import { sharedChromium } from './shared'
import { openPage, settled, watch } from './visit'

// Passkeys belong to a name: a number for an address has none.
const url = inject('siteUrl').replace('127.0.0.1', 'localhost')
const place = { url, databaseUrl: inject('siteDatabaseUrl') }
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  browser = await sharedChromium()
  context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } })
})
afterAll(() => browser?.close())

const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
}
const menu = (page: Page) => page.locator('header').getByLabel(/^Account: /)
const arrived = async (page: Page, path: string) => {
  await page.waitForURL(`${url}${path}`)
  await settled(page)
}

test('the set-up link makes the first admin once, who signs out and in, and invites another who signs in elsewhere', async () => {
  const link = await asBeforeTheFirstAdmin(place)
  const { page, problems } = await openPage(context, link)
  await fill(page, { 'E-mail': 'Ada@Example.org', 'Your name': 'Ada', Password: 'short' })
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByRole('alert').getByText('Expected 12 to 200 characters').waitFor()
  await fill(page, { Password: password })
  await page.getByRole('button', { name: 'Make the account' }).click()
  await arrived(page, '/admin/accounts')
  expect(await page.locator('[data-account="ada@example.org"]').textContent()).toMatch(/Ada.*Admin.*active/)

  await menu(page).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await arrived(page, '/')
  await page.goto(link)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This link does not work any more')

  await page.goto(`${url}/admin/accounts`)
  await arrived(page, '/sign-in?next=%2Fadmin%2Faccounts')
  await fill(page, { 'E-mail': 'ada@example.org', Password: 'not the one I chose' })
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page
    .getByRole('alert')
    .getByText(/E-mail or password is not right/)
    .waitFor()
  await fill(page, { Password: password })
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await arrived(page, '/admin/accounts')

  await fill(page, { 'E-mail': 'anna@example.org' })
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const invitation = await page.getByLabel('Invitation for anna@example.org').inputValue()
  const second = await browser.newContext({ locale: 'en' })
  const invited = await openPage(second, invitation)
  expect(await invited.page.locator('main').textContent()).toMatch(/Your role: Annotator.*anna@example\.org/s)
  await fill(invited.page, { 'Your name': 'Anna', Password: password })
  await invited.page.getByRole('button', { name: 'Make the account' }).click()
  await arrived(invited.page, '/account')
  await menu(invited.page).click()
  expect(await invited.page.locator('header').getByText('Annotator').isVisible()).toBe(true)
  expect(await invited.page.goto(`${url}/admin/accounts`).then(() => invited.page.textContent('h1'))).toBe(
    'This page is for others',
  )
  await second.close()

  await page.goto(`${url}/admin/audit`)
  const entries = await page.locator('[data-entry]').allTextContents()
  expect(entries.some((text) => text.includes('anna@example.org') && text.includes('added'))).toBe(true)
  // What was refused is told by the console of the browser too.
  expect(problems.filter((text) => !/status of 40[013]/.test(text))).toEqual([])
  await page.close()
})

test('a passkey of the device is added, signs in without a password, and is removed', async () => {
  await signIn(context, place, 'annotator')
  const { page, problems } = await openPage(context, `${url}/account`)
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await fill(page, { 'Name of the new passkey': 'laptop' })
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('listitem').filter({ hasText: 'laptop' }).waitFor()
  await menu(page).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await arrived(page, '/')
  await page.locator('header').getByRole('link', { name: 'Sign in' }).click()
  await arrived(page, '/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await arrived(page, '/')
  await page.goto(`${url}/account`)
  await settled(page)
  await page.getByRole('button', { name: 'Remove: laptop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('You have none yet.').waitFor()
  expect(problems).toEqual([])
  await page.close()
})

test('an API key is shown once and works until it is revoked', async () => {
  await signIn(context, place, 'admin')
  const { page, problems } = await openPage(context, `${url}/account`)
  await fill(page, { 'Name of the new key': 'nightly' })
  await page.getByLabel('It may').selectOption('annotate')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const key = await page.getByLabel('The key “nightly”').inputValue()
  const asked = () =>
    fetch(`${url}/api/v1/audit`, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status)
  expect(key).toMatch(/^tm_/)
  expect(await asked()).toBe(200)
  await page.reload()
  await settled(page)
  expect(await page.content()).not.toContain(key)
  await page.getByRole('button', { name: 'Revoke: nightly' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('Revoked and expired (1)').waitFor()
  expect(await asked()).toBe(401)
  expect(problems).toEqual([])
  await page.close()
})

test('other browsers of an account are listed and ended', async () => {
  await signIn(context, place, 'admin')
  const other = await browser.newContext()
  const signedIn = await other.request.post(`${url}/api/v1/session`, {
    headers: { origin: url },
    data: { email: 'admin@example.org', password },
  })
  const isIn = async () => (await (await other.request.get(`${url}/api/v1/session`)).json()).signedIn
  expect([signedIn.status(), await isIn()]).toEqual([200, true])
  const { page, close } = await openPage(context, `${url}/account`)
  const browsers = page.getByRole('region', { name: 'Browsers signed in', exact: true }).locator('tbody tr')
  expect(await browsers.count()).toBe(2)
  await page.getByRole('button', { name: 'Sign out all others' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect.poll(() => browsers.count()).toBe(1)
  expect(await browsers.textContent()).toContain('this one')
  expect(await isIn()).toBe(false)
  await Promise.all([close(), other.close()])
})

test('a page with an injected inline script does not run it, though it would without the policy', async () => {
  // As if a text of ours had slipped through unescaped.
  const injected = '<script>window.ran = "script"</script><img src="data:," onerror="window.ran = \'handler\'">'
  const ran = async (policy: boolean) => {
    const page = await context.newPage()
    const problems = watch(page)
    await page.route('**/claims', async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers() }
      if (!policy) delete headers['content-security-policy']
      const body = (await response.text()).replace('</body>', `${injected}</body>`)
      await route.fulfill({ status: 200, headers, body })
    })
    await page.goto(`${url}/claims`, { waitUntil: 'load' })
    const result = await page.evaluate(() => (window as unknown as { ran?: string }).ran ?? 'nothing')
    await page.close()
    return { result, refused: problems.filter((text) => /content security policy/i.test(text)).length }
  }
  expect((await ran(false)).result).not.toBe('nothing')
  expect(await ran(true)).toEqual({ result: 'nothing', refused: 2 })
})
