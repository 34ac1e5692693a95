import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

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

/** Starts a Chromium: the one of the machine when there is one (or `CHROMIUM_PATH`), else the one in `@sparticuz/chromium`. `more` are further arguments. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const path = installed.find((candidate) => candidate && existsSync(candidate))
  if (path) return chromium.launch({ executablePath: path, args: [...args, ...more] })
  // Set before the import: the package looks at it once, and unpacks the libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // Its own arguments are for a function in a cloud (one process, no web security); ours do here.
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...args, ...more],
    env: { ...process.env },
  })
}
