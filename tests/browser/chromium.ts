import { existsSync } from 'node:fs'
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--hide-scrollbars',
  '--font-render-hinting=none',
]

/** How a Chromium is started: the one of the machine when there is one (or `CHROMIUM_PATH`), else the one in `@sparticuz/chromium`. */
async function launchOptions(more: readonly string[]): Promise<LaunchOptions> {
  const path = installed.find((candidate) => candidate && existsSync(candidate))
  if (path) return { executablePath: path, args: [...args, ...more] }
  // Set before the import: the package looks at it once, and unpacks the libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // Its own arguments are for a function in a cloud (one process, no web security); ours do here.
  return { executablePath: await packed.executablePath(), args: [...args, ...more], env: { ...process.env } }
}

/** Starts a Chromium of one's own. `more` are further arguments. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch(await launchOptions(more))
}

/** Starts a Chromium that several processes share: each connects to its `wsEndpoint()`. */
export async function serveChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ ...(await launchOptions([])), host: '127.0.0.1' })
}
