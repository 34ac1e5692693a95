import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeStartLock } from '@/jobs/start/lock'
import { type Holder, holderOf, holds, tryLock, unlock, writeHolder } from '@/jobs/start/lockFile'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-lock-'))
  file = join(folder, 'start.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The holder of a process that has ended. */
async function endedHolder(): Promise<Holder> {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)'])
  const holder = holderOf(child.pid ?? 0, 'http://gone')
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  return holder
}

describe('a lock file', () => {
  test('is held by one process at a time and leaves nothing beside it', () => {
    expect(tryLock(file, holderOf(process.pid, 'first')).other).toBeNull()
    expect(tryLock(file, holderOf(process.pid, 'second')).other?.note).toBe('first')
    expect(readdirSync(folder)).toEqual(['start.lock'])
    unlock(file, process.pid)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of a killed process is taken over', async () => {
    tryLock(file, await endedHolder())
    expect(tryLock(file, holderOf(process.pid, 'next'))).toEqual({ other: null, wasStale: true })
  })

  test.runIf(existsSync('/proc/self/stat'))('of a process whose number another program has now is taken over', () => {
    const reused: Holder = { ...holderOf(process.pid, 'before'), identity: 'another-boot 12345' }
    expect(holds(reused)).toBe(false)
    tryLock(file, reused)
    expect(tryLock(file, holderOf(process.pid, 'next')).wasStale).toBe(true)
  })

  test('that holds no lock (a torn write, another program) is taken over', () => {
    for (const text of ['', '{"pid":', '[]', '{"pid":-5}']) {
      writeFileSync(file, text)
      expect(tryLock(file, holderOf(process.pid, 'next'))).toEqual({ other: null, wasStale: true })
      unlock(file, process.pid)
    }
  })

  test('is not left by somebody who does not hold it', () => {
    tryLock(file, holderOf(process.pid, 'ours'))
    unlock(file, process.pid + 1)
    expect(existsSync(file)).toBe(true)
  })
})

describe('the right to run on a data folder', () => {
  test('is refused with the address and the process of the start that has it', async () => {
    const lock = await takeStartLock(folder, 'http://127.0.0.1:3000', 0)
    await expect(takeStartLock(folder, 'http://127.0.0.1:4000', 0)).rejects.toThrow(
      `http://127.0.0.1:3000 (process ${process.pid}`,
    )
    lock.release()
  })

  test('is waited for while the start that has it is leaving', async () => {
    const first = await takeStartLock(folder, 'http://127.0.0.1:3000', 0)
    first.leave()
    setTimeout(() => first.release(), 120)
    const second = await takeStartLock(folder, 'http://127.0.0.1:4000', 5_000)
    expect(second.wasStale).toBe(false)
  })

  test('is refused when the start that leaves does not go', async () => {
    writeHolder(file, holderOf(process.pid, 'leaving'))
    await expect(takeStartLock(folder, 'http://127.0.0.1:4000', 60)).rejects.toThrow('still stopping')
  })
})
