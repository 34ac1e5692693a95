import { extendLease, usualLeaseMs } from '@/lib/store/run/lease'
import { commandContext, type LeaseTimes, type RefreshEnvironment } from './sources'

const usualLeaseTimes: LeaseTimes = { leaseMs: usualLeaseMs, beatMs: 30_000 }

/** Raised in a run whose lease ran out: another process may have taken its slot, so it stops between two steps. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'
}

/**
 * Extends the lease of a run again and again until `stop`. Its signal is aborted with the reason of the environment's signal, or with a LeaseLostError when the
 * run was taken for dead (the machine slept) or the store could not be told for as long as the lease lasts.
 */
export function keepLease(env: RefreshEnvironment, runId: string): { signal: AbortSignal; stop: () => void } {
  const { leaseMs, beatMs } = env.lease ?? usualLeaseTimes
  const control = new AbortController()
  const giveUp = () => control.abort(env.signal?.reason)
  if (env.signal?.aborted) giveUp()
  else env.signal?.addEventListener('abort', giveUp, { once: true })
  let aliveUntil = env.clock().getTime() + leaseMs
  const lose = (why: string, cause?: unknown) =>
    control.abort(new LeaseLostError(`the lease of the run ${runId} was lost: ${why}`, { cause }))
  const beat = async () => {
    const ctx = commandContext(env)
    try {
      if (!(await extendLease(env.store.sql, ctx, runId, leaseMs))) lose('it was taken for dead')
      else aliveUntil = ctx.now.getTime() + leaseMs
    } catch (error) {
      // The next beat may get through; when none does in time, others take the run for dead and so must we.
      if (env.clock().getTime() >= aliveUntil) lose('the store could not be told', error)
    }
  }
  const timer = setInterval(() => void beat(), beatMs)
  return {
    signal: control.signal,
    stop: () => {
      clearInterval(timer)
      env.signal?.removeEventListener('abort', giveUp)
    },
  }
}
