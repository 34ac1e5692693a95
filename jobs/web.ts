/** `npm run web`: the API and the pages in one HTTP server. `--dev` serves the pages from their sources (`npm run dev`). */
import { setIdentify } from '@/lib/access/current'
import { usualLimits } from '@/lib/access/limits'
import { openAccess } from '@/lib/access/open'
import { addressClient } from '@/lib/api/access/address'
import { takeIfLeft } from '@/lib/api/access/limits'
import { createApi } from '@/lib/api/app'
import { readSettings, type Settings } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'
import { setStore } from '@/lib/store/connection/store'
import { hasBuild } from './build/ensureBuild'
import { type OpenDatabase, openDatabase, requireSchema } from './database'
import { siteUrl } from './start/address'
import { isPart } from './start/child'
import { endWith } from './start/endWith'
import { firstAdminLink } from './start/firstAdmin'
import { StartRefusal } from './start/refusal'
import { onStop } from './start/stopSignals'
import { pageGate } from './web/gate'
import { listen } from './web/listen'
import { loadPages } from './web/pages'
import { createWebServer } from './web/server'
import { drain } from './web/shutdown'
import { keepSwept } from './web/sweep'

// Whoever is told to stop finishes what it does; whoever lost its launcher only frees the port for the next one.
const patienceMs = { signal: 5_000, orphan: 500 }

/** What has to be let go of at the end, the last one first; filled while it comes up, so that a stop in between finds it. */
const open: ((why: 'signal' | 'orphan') => Promise<unknown>)[] = []

async function closeAll(why: 'signal' | 'orphan'): Promise<void> {
  for (let close = open.pop(); close; close = open.pop()) await close(why)
}

async function serve({ store }: OpenDatabase, settings: Settings, secret: string, dev: boolean): Promise<void> {
  await requireSchema(store)
  // Before the pages are prepared: they share this store.
  setStore(store)
  const pages = await loadPages({ dev, hostname: settings.HOST, port: settings.PORT })
  open.push(() => pages.close())
  await pages.prepare()
  const now = () => new Date()
  const { PUBLIC_URL: publicUrl, PUBLIC_READING: publicReading } = settings
  const access = openAccess({ store, secret, publicUrl, publicReading })
  setIdentify(access.identify)
  const takeFile = (address: string | null) =>
    takeIfLeft({ store, limits: usualLimits, now }, 'exports', addressClient(address))
  const server = createWebServer({
    ...{ api: createApi({ store, now, access, ...(publicUrl ? { publicUrl } : {}) }), pages: pages.handle, dev },
    ...{ embedOrigins: settings.EMBED_ORIGINS, proxyDepth: settings.PROXY_DEPTH },
    gate: pageGate({ identify: access.identify, publicReading, takeFile, now }),
    https: publicUrl?.startsWith('https:') ?? false,
  })
  await listen(server, settings.HOST, settings.PORT)
  open.push((why) => drain(server, patienceMs[why]))
  process.send?.('ready')
  const stopSweeping = keepSwept(store)
  open.push(async () => stopSweeping())
  // The launcher says it itself.
  if (isPart()) return
  console.log(`Tidemark serves ${siteUrl(settings)}`)
  const link = await firstAdminLink(store, settings, now())
  if (link !== null) console.log(link)
}

async function run(): Promise<void> {
  const settings = readSettings()
  const secret = sessionSecret(settings)
  const dev = process.argv.includes('--dev')
  if (!dev && !hasBuild(process.cwd())) {
    throw new StartRefusal('The pages are not built yet: run `npm run build` first')
  }
  let stopping = false
  onStop(async (why) => {
    stopping = true
    await closeAll(why)
    process.exit(0)
  })
  try {
    const database = await openDatabase(settings, { applicationName: 'tidemark web' })
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
