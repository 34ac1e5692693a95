/** `npm run web`: the API and the pages in one HTTP server. `--dev` serves the pages from their sources (`npm run dev`). */

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf } from '@/lib/access/address'
import { declareGate, setIdentify } from '@/lib/access/current'
import { usualLimits } from '@/lib/access/limits'
import { openAccess } from '@/lib/access/open'
import { addressClient } from '@/lib/api/access/address'
import { takeIfLeft } from '@/lib/api/access/limits'
import { answerDoor } from '@/lib/api/answers/door'
import { createApi } from '@/lib/api/app'
import { metricsText } from '@/lib/api/metrics/figures'
import { toldBy } from '@/lib/live/told'
import { log } from '@/lib/operation/log'
import { measureLiveClients } from '@/lib/operation/metrics'
import { readSettings, type Settings } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'
import { setStore } from '@/lib/store/connection/store'
import { hasBuild } from './build/ensureBuild'
import { type OpenDatabase, openDatabase, requireSchema } from './database'
import { outliveLostConnections } from './lostConnections'
import { siteUrl } from './start/address'
import { isPart } from './start/child'
import { endWith } from './start/endWith'
import { firstAdminLink } from './start/firstAdmin'
import { StartRefusal } from './start/refusal'
import { say, surviveClosedTerminal } from './start/report'
import { onStop } from './start/stopSignals'
import { watchRefreshes } from './web/alarm'
import { capConnections, ownOpenFileLimit } from './web/connections'
import { logConsole } from './web/console'
import { mayRead, pageGate } from './web/gate'
import { listen } from './web/listen'
import { openLive } from './web/live'
import { createPageMemory } from './web/memory/pages'
import type { PageHandler } from './web/pageHandler'
import { pagePatterns } from './web/pagePattern'
import { loadPages } from './web/pages'
import { readingPage } from './web/reading'
import { logReplica } from './web/replica'
import { createWebServer } from './web/server'
import { drain } from './web/shutdown'
import { keepSwept } from './web/sweep'
import { warmPages } from './web/warm'

// Whoever is told to stop finishes what it does; whoever lost its launcher only frees the port for the next one.
const patienceMs = { signal: 5_000, orphan: 500 }

/** What has to be let go of at the end, the last one first; filled while it comes up, so that a stop in between finds it. */
const open: ((why: 'signal' | 'orphan') => Promise<unknown>)[] = []

async function closeAll(why: 'signal' | 'orphan'): Promise<void> {
  for (let close = open.pop(); close; close = open.pop()) await close(why)
}

/** Set as soon as the process is told to stop: from then on it is not ready. */
let stopping = false

/** Goes on answering for a while, not ready any more, so that whoever shares the requests out (a load balancer) sends them elsewhere. */
async function leaveTime(why: 'signal' | 'orphan', seconds: number): Promise<void> {
  if (why === 'signal' && seconds > 0) await sleep(1_000 * seconds)
}

async function serve(
  { store, directUrl }: OpenDatabase,
  settings: Settings,
  secret: string,
  dev: boolean,
): Promise<void> {
  await requireSchema(store)
  // Whoever works on the pages wants to read Next's own words.
  if (!dev) logConsole()
  // Before the pages are prepared: they share this store.
  setStore(store)
  const pages = await loadPages({ dev, hostname: settings.HOST, port: settings.PORT })
  open.push(() => pages.close())
  await pages.prepare()
  const now = () => new Date()
  const { PUBLIC_URL: publicUrl, PUBLIC_READING: publicReading } = settings
  const access = openAccess({ store, secret, publicUrl, publicReading })
  setIdentify(access.identify)
  declareGate()
  const takeFile = (address: string | null) =>
    takeIfLeft({ store, limits: usualLimits, now }, 'exports', addressClient(address))
  const live = await openLive(store, directUrl, settings, {
    mayRead: (request) => publicReading || mayRead(access.identify, request, now()),
    addressOf: ({ socket, headers }) =>
      addressOf(socket.remoteAddress, headers['x-forwarded-for']?.toString(), settings.PROXY_DEPTH),
  })
  open.push(() => live.stop())
  measureLiveClients(() => live.readers.count)
  const handlePage: PageHandler = (request, response) =>
    readingPage(store, request, () => pages.handle(request, response))
  const server = createWebServer({
    ...{ api: createApi({ store, now, access, publicUrl, draining: () => stopping }), pages: handlePage, dev },
    ...{ embedOrigins: settings.EMBED_ORIGINS, proxyDepth: settings.PROXY_DEPTH },
    gate: pageGate({ identify: access.identify, publicReading, takeFile, now }),
    https: publicUrl?.startsWith('https:') ?? false,
    live,
    // Where reading needs a sign-in, and where sources change, every page is made for who asks.
    ...(publicReading && !dev
      ? { memory: createPageMemory({ pages: handlePage, hub: live.hub, embedOrigins: settings.EMBED_ORIGINS }) }
      : {}),
    answers: answerDoor(store, now, toldBy(live.hub)),
    metrics: {
      token: settings.METRICS_TOKEN,
      read: () => metricsText(store, { now: now(), refreshing: settings.REFRESH }),
    },
    observer: {
      patternOf: pagePatterns(join(process.cwd(), '.next')),
      level: settings.ACCESS_LOG_LEVEL,
    },
  })
  capConnections(server, ownOpenFileLimit(), settings.LIVE_TOTAL)
  await listen(server, settings.HOST, settings.PORT)
  open.push((why) => {
    // Streams never end by themselves: told to come back, their readers find whoever serves next.
    live.close()
    return drain(server, patienceMs[why])
  })
  open.push((why) => leaveTime(why, settings.DRAIN_SECONDS))
  if (settings.REFRESH) {
    const unwatch = watchRefreshes(store)
    open.push(async () => unwatch())
  }
  if (!dev) await warmPages(handlePage)
  process.send?.('ready')
  const stopSweeping = keepSwept(store)
  open.push(async () => stopSweeping())
  // The launcher says both itself.
  log().info({ pid: process.pid }, `Tidemark serves ${siteUrl(settings)}`)
  if (isPart()) return
  const link = await firstAdminLink(store, settings, now())
  // Not through the log, which would take the token out.
  if (link !== null) say(link)
}

async function run(): Promise<void> {
  // A launcher that was killed reads our log no more: what Next then says of the broken pipe would be a line of the log again, and so on for ever.
  surviveClosedTerminal()
  outliveLostConnections()
  const settings = readSettings()
  const secret = sessionSecret(settings)
  const dev = process.argv.includes('--dev')
  if (!dev && !hasBuild(process.cwd())) {
    throw new StartRefusal('The pages are not built yet: run `npm run build` first')
  }
  onStop(async (why) => {
    stopping = true
    log().info({ why }, 'stopping')
    await closeAll(why)
    process.exit(0)
  })
  try {
    const database = await openDatabase(settings, { applicationName: 'tidemark web', onReplica: logReplica })
    open.push(() => database.release())
    await serve(database, settings, secret, dev)
  } catch (error) {
    // What fails while we are stopping fails because of it.
    if (stopping) return
    await closeAll('signal')
    throw error
  }
}

run().catch(endWith)
