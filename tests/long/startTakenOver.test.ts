import { afterAll, beforeAll, expect, test } from 'vitest'
import { descendants, hasProc, processOf, stillRunning } from '../fault/launched'
import { newStarts, type Starts } from '../fault/starts'

let starts: Starts
beforeAll(async () => {
  starts = await newStarts()
})
afterAll(() => starts?.close())

test.runIf(hasProc)(
  'a start whose launcher was killed leaves no web and no worker, and the next one takes its database over',
  async () => {
    const first = starts.start()
    await first.prints('Ready after')
    const parts = ['web', 'worker'].map((name) => processOf(name, first.output()))
    first.kill('SIGKILL')
    const next = starts.start()
    await next.prints('Ready after')
    expect(next.output()).toContain('the start before this one had been killed')
    expect(next.output()).toContain('taken over')
    expect(await stillRunning(parts, 5_000)).toEqual([])
    expect(await starts.ready()).toBe(200)
    const all = [next.pid, processOf('database', next.output()), ...descendants(next.pid)]
    next.kill('SIGTERM')
    expect(await next.exited).toBe(0)
    expect(await stillRunning(all, 1_000)).toEqual([])
  },
)
