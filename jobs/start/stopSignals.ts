/** Why a process is to stop: it was told to, or its launcher is gone. */
export type StopReason = 'signal' | 'orphan'

// npm hands on the Ctrl-C that the terminal has already sent to everybody: two signals this close are one.
const sameKeyMs = 400

/**
 * Calls `stop` once when the process is told to stop (Ctrl-C, SIGTERM, a closed terminal) or when the launcher that forked it is gone,
 * and `hurry` when it is told again. Without `hurry` the second time ends the process at once, with exit code 1.
 */
export function onStop(stop: (why: StopReason) => Promise<void>, hurry: () => void = () => process.exit(1)): void {
  let first = 0
  const fail = (error: unknown) => {
    console.error(error)
    process.exit(1)
  }
  const once = (why: StopReason) => {
    if (first === 0) {
      first = performance.now()
      stop(why).catch(fail)
    } else if (why === 'signal' && performance.now() - first > sameKeyMs) hurry()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => once('signal'))
  if (process.send) process.on('disconnect', () => once('orphan'))
}
