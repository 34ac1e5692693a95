import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/lib/store/embedded/freePort'
import { descendants, hasProc, type Launched, processOf, stillRunning } from './launched'
import { newStarts, type Starts } from './starts'

let starts: Starts
beforeAll(async () => {
  starts = await newStarts()
})
afterAll(() => starts?.close())

describe('a start that cannot be', () => {
  test('names every wrong setting and exits with 1', async () => {
    const launched = starts.start({ PORT: '99999', REFRESH: 'perhaps' })
    expect(await launched.exited).toBe(1)
    expect(launched.output()).toContain('PORT: expected a port number from 1 to 65535')
    expect(launched.output()).toContain('REFRESH: expected on or off')
  })

  test('says what to do when the port is taken, exits with 1 and has started nothing', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(starts.port, '127.0.0.1', resolve))
    const launched = starts.start()
    expect(await launched.exited).toBe(1)
    expect(launched.output()).toMatch(new RegExp(`Port ${starts.port} on 127\\.0\\.0\\.1 is taken.*PORT=`))
    expect(launched.output()).not.toContain('database')
    await new Promise((resolve) => other.close(resolve))
  })

  test('names a database that does not answer, without its password, and exits with 1', async () => {
    const nobody = await freePort()
    const launched = starts.start({ DATABASE_URL: `postgresql://me:sesame@127.0.0.1:${nobody}/none` })
    expect(await launched.exited).toBe(1)
    expect(launched.output()).toContain(`127.0.0.1:${nobody}/none cannot be used`)
    expect(launched.output()).not.toContain('sesame')
  })
})

describe('a start', () => {
  let launched: Launched
  beforeAll(async () => {
    launched = starts.start()
    await launched.prints('Ready after')
  })

  test('brings everything up in order, one line a step with its time', async () => {
    const steps = [...launched.output().matchAll(/^ {2}(\w+) +[\d.]+ m?s {2}/gm)].map(([, name]) => name)
    expect(steps).toEqual(['settings', 'port', 'database', 'migrations', 'seed', 'build', 'web', 'worker'])
    expect(launched.output()).toContain(`http://127.0.0.1:${starts.port}`)
    expect(await starts.ready()).toBe(200)
  })

  test('keeps a second one off its data folder and says where it runs', async () => {
    const second = starts.start({ PORT: String(await freePort()) })
    expect(await second.exited).toBe(1)
    expect(second.output()).toContain(
      `already runs on ${starts.dataDir}: http://127.0.0.1:${starts.port} (process ${launched.pid}`,
    )
    expect(await starts.ready()).toBe(200)
  })

  test.each(['web', 'worker'])('brings a killed %s up again and says so', async (name) => {
    const before = processOf(name, launched.output())
    const seen = launched.output().length
    process.kill(before, 'SIGKILL')
    await launched.prints(`${name} ended by SIGKILL; it is brought up again`, 30_000, seen)
    await launched.prints(`${name} is back`, 60_000, seen)
    expect(processOf(name, launched.output())).not.toBe(before)
    await starts.becomesReady(30_000)
  })

  test('brings a killed Postgres up again, and the running web finds it', async () => {
    const seen = launched.output().length
    process.kill(processOf('database', launched.output()), 'SIGKILL')
    await launched.prints('Postgres is back', 60_000, seen)
    await starts.becomesReady(30_000)
    expect(launched.output().slice(seen)).not.toContain('web ended')
  })

  test.runIf(hasProc)('ends on Ctrl-C with exit code 0 and leaves no process and no open port behind', async () => {
    const all = [launched.pid, ...descendants(launched.pid)]
    expect(all.length).toBeGreaterThanOrEqual(4)
    launched.kill('SIGINT')
    expect(await launched.exited).toBe(0)
    expect(await stillRunning(all, 1_000)).toEqual([])
    await expect(starts.ready()).rejects.toThrow()
  })
})
