import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { deliverAlerts } from '@/lib/signals/alerts/deliver'
import { openStore } from '@/lib/store/connection/store'
import { signIn } from './people'
import { sharedChromium } from './shared'
import { openPage, settled } from './visit'

const place = { url: inject('siteUrl'), databaseUrl: inject('siteDatabaseUrl') }
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  browser = await sharedChromium()
  context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } })
  await signIn(context, place, 'viewer')
})
afterAll(() => browser?.close())

test('a reader makes an alert, is told what is wrong with it, tries it out, sees what became of the message, edits and deletes it', async () => {
  const { page, close } = await openPage(context, `${place.url}/account/alerts`)
  await page.getByLabel('Name', { exact: true }).fill('Post')
  await page.getByLabel('Address').fill('nobody')
  await page.getByLabel('Nvidia', { exact: true }).check()
  await page.getByRole('button', { name: 'Make the alert' }).click()
  await page.getByText('Expected an e-mail address', { exact: false }).first().waitFor()
  await page.getByLabel('Address').fill('vera@example.org')
  await page.getByRole('button', { name: 'Make the alert' }).click()
  const row = page.getByTestId('alerts').locator('tbody tr')
  await row.waitFor()
  expect(await row.textContent()).toMatch(/Post.*Mail · vera@example\.org.*every rule.*Nvidia.*on/)

  await row.getByRole('button', { name: 'Send a test: Post' }).click()
  const message = page.getByTestId('deliveries').locator('tbody tr')
  await message.waitFor()
  expect(await message.textContent()).toMatch(/Post.*test.*waiting/)
  const store = openStore(place.databaseUrl, { max: 2 })
  const means = { sendMail: null, allow: [], site: place.url, now: () => new Date() }
  await deliverAlerts(store, 'test', means)
  await store.close()
  await page.reload()
  await settled(page)
  expect(await message.textContent()).toMatch(/failed.*SMTP_URL/)

  await row.getByRole('button', { name: 'Edit: Post' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('On', { exact: true }).uncheck()
  await dialog.getByLabel('Wait, in minutes').fill('soon')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('Wait, in minutes').fill('15')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row.getByText('off', { exact: true }).waitFor()

  await row.getByRole('button', { name: 'Delete: Post' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('You have none yet.').waitFor()
  await close()
})
