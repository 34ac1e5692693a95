import { join } from 'node:path'
import { holderOf, tryLock, unlock, writeHolder } from './lockFile'
import { pause } from './pause'
import { StartRefusal } from './refusal'

/** The right to run on a data folder. */
export interface StartLock {
  /** True when a start that was killed had left its lock. */
  readonly wasStale: boolean
  /** Tells others that this start is about to go: they wait for it. */
  leave(): void
  release(): void
}

const leaving = 'leaving'
const lookEveryMs = 50

/**
 * Takes the lock of `dataDir`, so that two starts never share one data folder. Waits up to `patienceMs` for one that is just leaving;
 * throws `StartRefusal` that says where the first one runs. A lock whose start was killed is taken over.
 */
export async function takeStartLock(dataDir: string, url: string, patienceMs: number): Promise<StartLock> {
  const file = join(dataDir, 'start.lock')
  const own = holderOf(process.pid, url)
  const deadline = Date.now() + patienceMs
  for (;;) {
    const { other, wasStale } = tryLock(file, own)
    if (!other) {
      const leave = () => writeHolder(file, { ...own, note: leaving })
      return { wasStale, leave, release: () => unlock(file, process.pid) }
    }
    if (other.note !== leaving) throw new StartRefusal(runningAlready(dataDir, other))
    if (Date.now() > deadline) {
      throw new StartRefusal(
        `An earlier start on ${dataDir} is still stopping (process ${other.pid}): wait for it, or end it with: kill ${other.pid}`,
      )
    }
    await pause(lookEveryMs)
  }
}

function runningAlready(dataDir: string, { note, pid, since }: { note: string; pid: number; since: string }): string {
  return [
    `Tidemark already runs on ${dataDir}: ${note} (process ${pid}, since ${since}).`,
    `Open that address, stop it with: kill ${pid}`,
    'or start another one beside it: DATA_DIR=.tidemark-2 PORT=3100 npm start',
  ].join('\n')
}
