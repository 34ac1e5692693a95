import { median } from 'simple-statistics'
import type { Launched } from '../../fault/launched'
import type { Starts } from '../../fault/starts'
import type { Figure } from '../section'

const withinMs = 120_000

interface Started {
  /** Milliseconds until it said that it is ready, and until its board was there. */
  readonly ready: number
  readonly board: number
  readonly launched: Launched
}

/** Starts everything, and reads its board. */
export async function startedIn({ start, port }: Starts): Promise<Started> {
  const begun = performance.now()
  const launched = start({ ACCESS_LOG_LEVEL: 'silent' })
  await launched.prints('Ready after', withinMs)
  const ready = performance.now() - begun
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`the board answered ${answer.status}:\n${launched.output()}`)
  return { ready, board: performance.now() - begun, launched }
}

/** Restarts what runs, some times over; resolves with what runs at last, and what was measured. */
export async function measureRestart(
  starts: Starts,
  running: Launched,
  rounds: number,
): Promise<{ readonly launched: Launched; readonly figures: readonly Figure[] }> {
  let launched = running
  const took: Started[] = []
  for (let round = 0; round < rounds; round++) {
    launched.kill('SIGTERM')
    await launched.exited
    const started = await startedIn(starts)
    launched = started.launched
    took.push(started)
  }
  const of = (part: 'ready' | 'board', size: string): Figure => ({
    ...{ name: 'restart', size: `built and seeded, ${size}`, unit: 'ms', floor: null, rounds },
    ours: median(took.map((one) => one[part])),
    limit: { of: 'ours', most: 5_000 },
  })
  return { launched, figures: [of('ready', 'to ready'), of('board', 'to its first board')] }
}
