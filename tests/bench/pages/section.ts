import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { launchChromium } from '../../browser/chromium'
import { newStarts } from '../../fault/starts'
import type { Figure, Mode, Section } from '../section'
import { measureClean } from './clean'
import { measureFirstCharts } from './firstChart'
import { measurePan } from './pan'
import { type BoardPlace, measureRequests } from './requests'
import { measureRestart, startedIn } from './restart'

/** Frames as fast as the machine makes them: at the rate of a screen both would wait for it. */
const unbound = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

async function inBrowser(browser: Browser, place: BoardPlace, mode: Mode, say: (line: string) => void) {
  say('first chart')
  const first = await measureFirstCharts(browser, place, mode)
  say('panning')
  return [...first, await measurePan(browser, place, mode)]
}

async function browserFigures(place: BoardPlace, mode: Mode, say: (line: string) => void): Promise<readonly Figure[]> {
  const browser = await launchChromium(unbound).catch((error: Error) => {
    say(`skipped, because there is no browser: ${error.message.split('\n', 1)[0]}`)
    return null
  })
  if (browser === null) return []
  try {
    return await inBrowser(browser, place, mode, say)
  } finally {
    await browser.close()
  }
}

/** What readers of pages wait for: the server, the first chart, a chart of many bars, and a start of everything. */
export const pages: Section = {
  name: 'pages',
  measure: async (mode: Mode, say) => {
    const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-pages-'))
    const starts = await newStarts()
    try {
      say('a board of its own')
      const { launched } = await startedIn(starts)
      say('restarts')
      const { figures: restarts } = await measureRestart(starts, launched, mode === 'full' ? 5 : 3)
      const database = await startEmbedded({ dataDir: starts.dataDir })
      const place = { port: starts.port, databaseUrl: database.url, folder }
      say('pages from memory')
      const requests = await measureRequests(place, mode)
      const figures = [...requests, ...(await browserFigures(place, mode, say)), ...restarts]
      if (mode === 'short') return figures
      say('a clean clone')
      return [...figures, await measureClean()]
    } finally {
      await starts.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
