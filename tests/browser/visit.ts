import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** A page with everything that went wrong on it: console errors, policy violations, requests that left the machine, failed ones. */
export interface Visit {
  readonly page: Page
  readonly problems: string[]
  close(): Promise<void>
}

const wide = { width: 1440, height: 900 }

/** What goes wrong on a page from now on. */
export function watch(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'localhost')
      problems.push(`left the machine: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  return problems
}

/** What React hangs on the document it takes over: `isDehydrated` until the page answers its reader. */
interface Taken {
  readonly stateNode: { readonly current: { readonly memoizedState: { readonly isDehydrated: boolean } | null } }
}

/** Waits until React has taken over the page and its fonts are there: it looks as it will, and answers clicks and keys. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [, root] = Object.entries(document).find(([key]) => key.startsWith('__reactContainer')) ?? []
    const state = (root as Taken | undefined)?.stateNode.current.memoizedState
    return state?.isDehydrated === false && document.fonts.status === 'loaded'
  })
  // Effects, which listen to keys, run after the frame that follows.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}

/** Opens `url` in a page of `context` and waits until it is there. */
export async function openPage(context: BrowserContext, url: string, scripted = true): Promise<Visit> {
  const page = await context.newPage()
  const problems = watch(page)
  await page.goto(url, { waitUntil: 'load' })
  if (scripted) await settled(page)
  return { page, problems, close: () => page.close() }
}

/** Opens `url` in a context of its own and waits until it is there. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: wide, ...options })
  const visited = await openPage(context, url, options.javaScriptEnabled ?? true)
  return { ...visited, close: () => context.close() }
}
