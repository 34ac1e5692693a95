import { holderOf, tryLock, unlock, writeHolder } from '../start/lockFile'
import { pause } from '../start/pause'

const lookEveryMs = 200

/** The right to build in a folder. */
export interface Turn {
  /** Makes the lock follow the process `pid`: a build outlives whoever started it and was killed. */
  handTo(pid: number): void
  leave(): void
}

/** Two builds in one folder spoil each other: waits until nobody holds the lock `file`, then takes it. */
export async function takeTurn(file: string, signal?: AbortSignal): Promise<Turn> {
  while (tryLock(file, holderOf(process.pid, 'build')).other) {
    await pause(lookEveryMs, signal)
    signal?.throwIfAborted()
  }
  let holder = process.pid
  return {
    handTo: (pid) => {
      holder = pid
      writeHolder(file, holderOf(pid, 'build'))
    },
    leave: () => unlock(file, holder),
  }
}
