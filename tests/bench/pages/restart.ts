import { median } from 'simple-statistics'
import type { Launched } from '../../fault/launched'
import type { Starts } from '../../fault/starts'
import type { Figure } from '../section'

const withinMs = 120_000

/** From the start of a process to the board that it answers, in milliseconds. */
export async function startedIn({
  start,
  port,
}: Starts): Promise<{ readonly ms: number; readonly launched: Launched }> {
  const begun = performance.now()
  const launched = start({ ACCESS_LOG_LEVEL: 'silent' })
  await launched.prints('Ready after', withinMs)
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`the board answered ${answer.status}:\n${launched.output()}`)
  return { ms: performance.now() - begun, launched }
}

/** Restarts what runs, some times over; resolves with what runs at last, and what was measured. */
export async function measureRestart(
  starts: Starts,
  running: Launched,
  rounds: number,
): Promise<{ readonly launched: Launched; readonly figure: Figure }> {
  let launched = running
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    launched.kill('SIGTERM')
    await launched.exited
    const started = await startedIn(starts)
    launched = started.launched
    took.push(started.ms)
  }
  const size = 'built and seeded, to the board'
  const limit = { of: 'ours', most: 5_000 } as const
  return { launched, figure: { name: 'restart', size, unit: 'ms', ours: median(took), floor: null, rounds, limit } }
}
