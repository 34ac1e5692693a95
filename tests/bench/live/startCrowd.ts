import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Crowd } from './crowd'

/** A crowd in a process of its own, as its starter has it. */
export interface FarCrowd {
  readonly heard: Crowd['heard']
  /** Does `change` once the crowd waits for it; when each of the timed readers has heard of it, in seconds of the machine's own clock. */
  hearing(change: () => unknown): Promise<readonly number[]>
  leave(): Promise<void>
}

/** Opens `size` streams at `port` from a process of its own; one reader in `every` is timed. Resolves when all have been greeted; rejects when the process ends before. */
export async function startCrowd(port: number, size: number, every: number): Promise<FarCrowd> {
  const child = fork('tests/bench/live/crowdProcess.ts', [port, size, every].map(String), {
    execArgv: ['--import', 'tsx'],
  })
  const gone = once(child, 'exit')
  const answer = async (): Promise<unknown> => {
    const ended = gone.then(([code, signal]) => {
      throw new Error(`the crowd of ${size} ended with ${signal ?? code}`)
    })
    const [message] = await Promise.race([once(child, 'message'), ended])
    return message
  }
  await answer()
  return {
    heard: async () => {
      child.send('heard')
      return (await answer()) as Awaited<ReturnType<Crowd['heard']>>
    },
    hearing: async (change) => {
      child.send('next')
      await answer()
      const heard = answer()
      await change()
      return (await heard) as readonly number[]
    },
    leave: async () => {
      child.disconnect()
      await gone
    },
  }
}
