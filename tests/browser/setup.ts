import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureBuild } from '@/jobs/build/ensureBuild'
import { seedDatabase } from '@/jobs/start/prepare'
import { openSql, type Sql } from '@/lib/store/connection/sql'
import { openStore } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { freePort } from '@/lib/store/embedded/freePort'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { serveChromium } from './chromium'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running board, without a slash at its end. */
    siteUrl: string
    /** The database behind it. */
    siteDatabaseUrl: string
    /** The one origin that may embed the board's charts; nothing listens there yet. */
    embedOrigin: string
    /** A database like it as it was at first, to be copied: nobody is connected to it. */
    untouchedDatabaseUrl: string
    /** Where the Chromium listens that the tests share. */
    browserEndpoint: string
  }
}

export interface Site {
  readonly url: string
  readonly databaseUrl: string
  readonly embedOrigin: string
  stop(): Promise<void>
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (server.exitCode !== null) throw new Error(`jobs/web.ts ended with ${server.exitCode} before it answered`)
    const ok = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url}/healthz did not answer within a minute`)
}

interface Database {
  readonly url: string
  stop(): Promise<void>
}

/** The address of another database of the same server. */
function besides(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return url.href
}

async function onServerOf<T>(databaseUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openSql(besides(databaseUrl, 'postgres'), { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** An embedded database in a temporary folder with what ships in the box. */
async function seededDatabase(): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-browser-'))
  // Postgres runs as nobody when the tests run as root, and must be able to walk in.
  chmodSync(dataDir, 0o755)
  const database = await startEmbedded({
    dataDir,
    database: 'tidemark',
    parameters: ['fsync=off', 'synchronous_commit=off'],
  })
  const store = openStore(database.url, { max: 2 })
  await applyMigrations(store.sql, join(process.cwd(), 'prisma', 'migrations'))
  await seedDatabase(store, new Date())
  await store.close()
  return {
    url: database.url,
    stop: async () => {
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A copy of a database to which nobody is connected, on its server. */
async function copiedDatabase(from: string): Promise<Database> {
  const name = `site_${randomBytes(8).toString('hex')}`
  await onServerOf(from, (sql) => sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(new URL(from).pathname.slice(1))}`)
  return {
    url: besides(from, name),
    stop: async () => {
      await onServerOf(from, (sql) => sql`DROP DATABASE ${sql(name)} WITH (FORCE)`)
    },
  }
}

/**
 * Brings up a board of its own: a database with what ships in the box (a copy of `like`, to which nobody may be connected, or, without, one on a server of its own), the build, the
 * web server with `settings` over the usual ones.
 */
export async function startSite(settings: Readonly<Record<string, string>> = {}, like?: string): Promise<Site> {
  return serveSite(like === undefined ? await seededDatabase() : await copiedDatabase(like), settings)
}

async function serveSite(database: Database, settings: Readonly<Record<string, string>>): Promise<Site> {
  await ensureBuild()
  const port = await freePort()
  const embedOrigin = `http://127.0.0.1:${await freePort()}`
  const server = spawn(process.execPath, ['--import', 'tsx', 'jobs/web.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      PORT: String(port),
      HOST: '127.0.0.1',
      REFRESH: 'off',
      EMBED_ORIGINS: embedOrigin,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      ...settings,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill('SIGTERM')) await gone
    await database.stop()
  }
  await answers(url, server).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, databaseUrl: database.url, embedOrigin, stop }
}

/** One board and one Chromium for all browser tests of a run. */
export default async function setup(project: TestProject) {
  const database = await seededDatabase()
  await onServerOf(database.url, (sql) => sql`CREATE DATABASE untouched TEMPLATE tidemark`)
  const [site, browser] = [await serveSite(database, {}), await serveChromium()]
  project.provide('siteUrl', site.url)
  project.provide('siteDatabaseUrl', site.databaseUrl)
  project.provide('embedOrigin', site.embedOrigin)
  project.provide('untouchedDatabaseUrl', besides(database.url, 'untouched'))
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await site.stop()
  }
}
