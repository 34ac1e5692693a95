import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import { enqueueRepeats, enqueueSignals } from '@/lib/store/delivery/enqueue'
import { type DueDelivery, finishTry, type TryOutcome, takeDue } from '@/lib/store/delivery/take'
import type { Names, Numbers } from '../hit'
import { namesIn } from '../names'
import { nextAttempt } from './backoff'
import type { SendMail } from './email'
import { bodyOf, wordsOf } from './message'
import { mutedUntil } from './mute'
import { noData } from './noData'
import { callWebhook, type SendOutcome } from './webhook'

/** What alerts are sent with. */
export interface DeliveryMeans {
  /** Null where no mail server is set. */
  readonly sendMail: SendMail | null
  /** WEBHOOK_ALLOW. */
  readonly allow: readonly string[]
  /** Address of the pages, without a slash at the end. */
  readonly site: string
  readonly now: () => Date
}

async function send(
  delivery: DueDelivery,
  names: Names,
  { sendMail, allow, site, now }: DeliveryMeans,
): Promise<SendOutcome> {
  const { alert, key, secret } = delivery
  if (alert.channel === 'webhook') {
    if (secret === null) return { delivered: false, again: false, words: 'it has no secret to be signed with' }
    return callWebhook(alert.target, { key, at: now(), body: bodyOf(delivery, site, names), secret }, { allow })
  }
  if (sendMail === null) return { delivered: false, again: false, words: 'no mail server is set (SMTP_URL)' }
  return sendMail(alert.target, key, wordsOf(delivery, site, names))
}

async function tryOnce(delivery: DueDelivery, names: Names, means: DeliveryMeans): Promise<TryOutcome> {
  const { alert, attempts, kind, listing } = delivery
  const muted = kind === 'test' ? null : mutedUntil(alert.options, listing?.mic ?? null, means.now())
  if (muted !== null) return { state: 'waiting', at: muted, words: 'held back while muted', counts: false }
  const { delivered, again, words } = await send(delivery, names, means)
  if (delivered) return { state: 'delivered', words }
  const at = again ? nextAttempt(attempts, means.now()) : null
  return at === null ? { state: 'failed', words } : { state: 'waiting', at, words, counts: true }
}

/**
 * One round of the alerts: makes the messages that new signals, standing ones and missing figures call for, and sends what is due. Any number of workers may run it at
 * once. Returns how many were sent and how many of them were taken. Throws only when the store fails.
 */
export async function deliverAlerts(
  store: Store,
  actor: string,
  means: DeliveryMeans,
): Promise<{ sent: number; delivered: number }> {
  const ctx = (): CommandContext => ({ actor, scopes: ['ingest'], now: means.now() })
  const { sql } = store
  await enqueueSignals(sql, ctx())
  await enqueueRepeats(sql, ctx())
  await noData(sql, ctx())
  const due = await takeDue(sql, ctx())
  if (due.length === 0) return { sent: 0, delivered: 0 }
  const names = await namesIn(
    store,
    due.flatMap(({ signal }) => (signal === null ? [] : [signal.numbers as Numbers])),
  )
  const outcomes = await Promise.all(
    due.map(async (delivery) => {
      const outcome = await tryOnce(delivery, names, means)
      await finishTry(sql, ctx(), delivery.id, outcome)
      return outcome
    }),
  )
  const sent = outcomes.filter((outcome) => outcome.state !== 'waiting' || outcome.counts)
  return { sent: sent.length, delivered: outcomes.filter(({ state }) => state === 'delivered').length }
}
