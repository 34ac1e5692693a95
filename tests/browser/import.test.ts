import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cutTexts, overlaps, tooWide } from './inPage'
import { signIn } from './people'
import { lookAt, seriousFindings } from './quality'
import { sharedChromium } from './shared'
import { openPage } from './visit'

const place = { url: inject('siteUrl'), databaseUrl: inject('siteDatabaseUrl') }
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) })
const head = 'slug,title,titleZh,text,textZh,start,phase,sourceName,listings'
const good = 'from-a-file,From a file,来自文件,,,2025-08-21,after,A paper,688256.SS'
const bad = 'from-a-file-2,From a file,来自文件,,,2025-02-30,after,A paper,'

test('a file is looked at, imported without its bad line, and changes nothing a second time', async () => {
  const context = await browser.newContext({ locale: 'en' })
  await signIn(context, place, 'annotator')
  const { page, problems } = await openPage(context, `${place.url}/admin/import`)
  const choose = page.getByLabel('File', { exact: true })
  const stored = async () => (await context.request.get(`${place.url}/api/v1/events/from-a-file`)).status()

  await choose.setInputFiles(file('events.csv', [head, good, bad].join('\n')))
  await page.getByText('Expected a UTC minute such as').waitFor()
  expect(await page.locator('li').filter({ hasText: 'from-a-file-2' }).textContent()).toMatch(/^Line 3.*refused.*Start/)
  expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0)
  expect(await stored()).toBe(404)

  await page.getByLabel('Leave out the 1 refused line').check()
  await page.getByRole('button', { name: 'Import 1 change' }).click()
  await page.getByText('Imported: 1 new, 0 changed.').waitFor()
  expect(await stored()).toBe(200)

  await choose.setInputFiles(file('events.csv', [head, good].join('\n')))
  await page.getByText('Nothing would change').waitFor()
  await choose.setInputFiles(
    file('events.json', JSON.stringify({ items: [{ slug: 'from-a-file', title: 'Changed' }] })),
  )
  expect(await page.locator('li').filter({ hasText: 'from-a-file' }).textContent()).toMatch(/From a file.*Changed/)
  await choose.setInputFiles(file('events.csv', 'slug,price\nx,1'))
  await page.getByRole('alert').getByText('Is not a field here').waitFor()
  expect(problems.filter((problem) => !problem.includes('404') && !problem.includes('400'))).toEqual([])
  await context.close()
})

test('the page has room for what it says on a small screen, in Chinese and in the dark', async () => {
  const context = await lookAt(browser, { colorScheme: 'dark', locale: 'zh-CN', width: 360 })
  await signIn(context, place, 'annotator')
  const { page, problems } = await openPage(context, `${place.url}/admin/import`)
  await page.locator('input[type=file]').setInputFiles(file('events.csv', [head, bad].join('\n')))
  await page.getByText('请改正被拒的行后重新选择文件').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect([await tooWide(page), await cutTexts(page), await overlaps(page)]).toEqual([[], [], []])
  expect(problems).toEqual([])
  await context.close()
})
