import type { Settings } from '@/lib/settings'
import { type DeliveryMeans, deliverAlerts } from '@/lib/signals/alerts/deliver'
import { mailer } from '@/lib/signals/alerts/email'
import type { Store } from '@/lib/store/connection/store'
import { siteUrl } from '../start/address'
import { log, reasonOf } from './log'

const everyMs = 5_000

/** The sender of mail: `?from=` of SMTP_URL, else its user where that is an address, else one at the host of the pages. */
export function senderOf(smtpUrl: string, site: string): string {
  const url = new URL(smtpUrl)
  const user = decodeURIComponent(url.username)
  return url.searchParams.get('from') ?? (user.includes('@') ? user : `tidemark@${new URL(site).hostname}`)
}

/** What alerts are sent with by these settings. */
export function deliveryMeans(settings: Settings, now: () => Date): DeliveryMeans {
  const [site, smtpUrl] = [siteUrl(settings), settings.SMTP_URL]
  const sendMail = smtpUrl === undefined ? null : mailer(smtpUrl.replace(/\?.*$/, ''), senderOf(smtpUrl, site))
  return { sendMail, allow: settings.WEBHOOK_ALLOW, site, now }
}

/** Sends alerts every few seconds until the function it gives back is called, which resolves when the last round is over. */
export function keepDelivering(store: Store, actor: string, means: DeliveryMeans): () => Promise<void> {
  let round: Promise<void> | null = null
  const start = () => {
    round ??= deliverAlerts(store, actor, means)
      .then(({ sent, delivered }) => {
        if (sent > 0) log(`alerts: ${sent} sent, ${delivered} of them taken`)
      })
      // The database may be away for a while: the next round tries again, and says so again.
      .catch((error: unknown) => log(`alerts could not be sent: ${reasonOf(error)}`))
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(start, everyMs)
  return async () => {
    clearInterval(timer)
    await round
  }
}
