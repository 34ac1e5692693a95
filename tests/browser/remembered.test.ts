import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openStore } from '@/lib/store/connection/store'
import { noteChange } from '@/lib/store/live/note'
import { launchChromium } from './chromium'
import { settled, visit, watch } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** The policy that an answer was sent with: of hashes for a page that many get. */
const isShared = (policy: string | undefined) => /script-src 'self'( 'sha256-[^']+')+;/.test(policy ?? '')

test('a page that many get runs as one of its own: first, again, and on the way to others', async () => {
  const { page, problems, close } = await visit(browser, `${site}/compare`)
  const answers: { status: number; shared: boolean }[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'document') return
    answers.push({ status: response.status(), shared: isShared(response.headers()['content-security-policy']) })
  })
  await page.reload()
  await settled(page)
  await page.mouse.move(600, 400)
  await page.locator('.chart[data-live=true] canvas').first().waitFor()
  for (const [name, path] of [
    ['Roadmap', '/roadmap'],
    ['Signals', '/signals'],
    ['Compare', '/compare'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()
    await page.waitForURL(`**${path}`)
    await settled(page)
  }
  await page.locator('.chart-box').first().waitFor()
  // The browser had it, and was told that it is still right.
  expect(answers.map(({ shared }) => shared)).toEqual([true])
  expect([200, 304]).toContain(answers[0]?.status)
  expect(problems).toEqual([])
  await close()
})

test('what slips into a page that many get does not run, though it would without the policy', async () => {
  const injected = '<script>window.ran = "script"</script><img src="data:," onerror="window.ran = \'handler\'">'
  const context = await browser.newContext()
  const ran = async (policed: boolean) => {
    const page = await context.newPage()
    const problems = watch(page)
    let policy = ''
    await page.route('**/roadmap', async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers() }
      policy = headers['content-security-policy'] ?? ''
      if (!policed) delete headers['content-security-policy']
      const body = (await response.text()).replace('</body>', `${injected}</body>`)
      await route.fulfill({ status: 200, headers, body })
    })
    await page.goto(`${site}/roadmap`, { waitUntil: 'load' })
    const result = await page.evaluate(() => (window as unknown as { ran?: string }).ran ?? 'nothing')
    await page.close()
    const refused = problems.filter((text) => /content security policy/i.test(text)).length
    return { result, refused, shared: isShared(policy) }
  }
  expect((await ran(false)).result).not.toBe('nothing')
  expect(await ran(true)).toEqual({ result: 'nothing', refused: 2, shared: true })
  await context.close()
})

test('what is committed is on the page that many get as soon as it is told', async () => {
  const store = openStore(inject('siteDatabaseUrl'), { max: 1 })
  const shown = async (title: string) => (await (await fetch(`${site}/roadmap`)).text()).includes(title)
  const retitle = async (from: string, to: string) => {
    await store.sql.begin(async (sql) => {
      await sql`UPDATE milestone SET title = replace(title, ${from}, ${to})`
      await noteChange(sql, { now: new Date() }, 'milestones', '')
    })
    // Told within milliseconds; by its age alone it would stay for ten seconds.
    for (let look = 0; look < 50 && !(await shown(to)); look++) await sleep(50)
    return shown(to)
  }
  try {
    expect(await shown('Ascend 950PR')).toBe(true)
    expect(await retitle('Ascend 950PR', 'Ascend 951PR')).toBe(true)
    expect(await retitle('Ascend 951PR', 'Ascend 950PR')).toBe(true)
    expect(await shown('Ascend 951PR')).toBe(false)
  } finally {
    await store.close()
  }
})
