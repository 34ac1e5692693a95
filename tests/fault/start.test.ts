import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuild } from '@/jobs/build/ensureBuild'
import { freePort } from '@/lib/store/embedded/freePort'
import { isAlive } from '@/lib/store/embedded/postmaster'
import { descendants, hasProc, type Launched, launchStart, newDataDir, processOf, stillRunning } from './launched'

const dataDir = newDataDir()
let port = 0
let env: Record<string, string> = {}
const started: Launched[] = []

function start(more: Record<string, string> = {}): Launched {
  const launched = launchStart({ ...env, ...more })
  started.push(launched)
  return launched
}

async function ready(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) })
  await response.arrayBuffer()
  return response.status
}

/** Resolves when the server answers that it is ready; throws after `withinMs`. */
async function becomesReady(withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const status = await ready().catch((error: Error) => error.message)
    if (status === 200) return
    if (Date.now() > deadline) throw new Error(`Not ready after ${withinMs} ms: ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

beforeAll(async () => {
  port = await freePort()
  env = { DATA_DIR: dataDir, PORT: String(port) }
  await ensureBuild()
})

afterAll(async () => {
  for (const launched of started) launched.kill('SIGTERM')
  await Promise.all(started.map(({ exited }) => exited))
  // What a failed test left behind.
  const all = started.flatMap(({ output }) => [...output().matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid)))
  for (const pid of all.filter(isAlive))
    if (!started.some((launched) => launched.pid === pid)) process.kill(pid, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a start that cannot be', () => {
  test('names every wrong setting and exits with 1', async () => {
    const launched = start({ PORT: '99999', REFRESH: 'perhaps' })
    expect(await launched.exited).toBe(1)
    expect(launched.output()).toContain('PORT: expected a port number from 1 to 65535')
    expect(launched.output()).toContain('REFRESH: expected on or off')
  })

  test('says what to do when the port is taken, exits with 1 and has started nothing', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    const launched = start()
    expect(await launched.exited).toBe(1)
    expect(launched.output()).toMatch(new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken.*PORT=`))
    expect(launched.output()).not.toContain('database')
    await new Promise((resolve) => other.close(resolve))
  })

  test('names a database that does not answer, without its password, and exits with 1', async () => {
    const nobody = await freePort()
    const launched = start({ DATABASE_URL: `postgresql://me:sesame@127.0.0.1:${nobody}/none` })
    expect(await launched.exited).toBe(1)
    expect(launched.output()).toContain(`127.0.0.1:${nobody}/none cannot be used`)
    expect(launched.output()).not.toContain('sesame')
  })
})

describe('a start', () => {
  let launched: Launched
  beforeAll(async () => {
    launched = start()
    await launched.prints('Ready after')
  })

  test('brings everything up in order, one line a step with its time', async () => {
    const steps = [...launched.output().matchAll(/^ {2}(\w+) +[\d.]+ m?s {2}/gm)].map(([, name]) => name)
    expect(steps).toEqual(['settings', 'port', 'database', 'migrations', 'seed', 'build', 'web', 'worker'])
    expect(launched.output()).toContain(`http://127.0.0.1:${port}`)
    expect(await ready()).toBe(200)
  })

  test('keeps a second one off its data folder and says where it runs', async () => {
    const second = start({ PORT: String(await freePort()) })
    expect(await second.exited).toBe(1)
    expect(second.output()).toContain(`already runs on ${dataDir}: http://127.0.0.1:${port} (process ${launched.pid}`)
    expect(await ready()).toBe(200)
  })

  test.each(['web', 'worker'])('brings a killed %s up again and says so', async (name) => {
    const before = processOf(name, launched.output())
    const seen = launched.output().length
    process.kill(before, 'SIGKILL')
    await launched.prints(`${name} ended by SIGKILL; it is brought up again`, 5_000, seen)
    await launched.prints(`${name} is back`, 15_000, seen)
    expect(processOf(name, launched.output())).not.toBe(before)
    await becomesReady(5_000)
  })

  test('brings a killed Postgres up again, and the running web finds it', async () => {
    const seen = launched.output().length
    process.kill(processOf('database', launched.output()), 'SIGKILL')
    await launched.prints('Postgres is back', 15_000, seen)
    await becomesReady(10_000)
    expect(launched.output().slice(seen)).not.toContain('web ended')
  })

  test.runIf(hasProc)('ends on Ctrl-C with exit code 0 and leaves no process and no open port behind', async () => {
    const all = [launched.pid, ...descendants(launched.pid)]
    expect(all.length).toBeGreaterThanOrEqual(4)
    launched.kill('SIGINT')
    expect(await launched.exited).toBe(0)
    expect(await stillRunning(all, 1_000)).toEqual([])
    await expect(ready()).rejects.toThrow()
  })
})

test.runIf(hasProc)(
  'a start whose launcher was killed leaves no web and no worker, and the next one takes its database over',
  async () => {
    const first = start()
    await first.prints('Ready after')
    const parts = ['web', 'worker'].map((name) => processOf(name, first.output()))
    first.kill('SIGKILL')
    const next = start()
    await next.prints('Ready after')
    expect(next.output()).toContain('the start before this one had been killed')
    expect(next.output()).toContain('taken over')
    expect(await stillRunning(parts, 5_000)).toEqual([])
    expect(await ready()).toBe(200)
    const all = [next.pid, processOf('database', next.output()), ...descendants(next.pid)]
    next.kill('SIGTERM')
    expect(await next.exited).toBe(0)
    expect(await stillRunning(all, 1_000)).toEqual([])
  },
)
