import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page with everything that went wrong on it: console errors, policy violations, requests that left the machine, failed ones. */
export interface Visit {
  readonly page: Page
  readonly problems: string[]
  close(): Promise<void>
}

const wide = { width: 1440, height: 900 }

/** Opens `url` in a context of its own and waits until it is quiet. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: wide, ...options })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') problems.push(`left the machine: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, problems, close: () => context.close() }
}
