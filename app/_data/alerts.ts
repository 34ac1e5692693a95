import { alertsView, deliveriesView } from '@/lib/api/alerts/view'
import { alertChoices } from '@/lib/store/alert/choices'
import { pageStore } from './store'

/** The alerts of an account, what became of their messages, and what an alert may be narrowed to. */
export async function alertsData(userId: string) {
  const { sql } = pageStore()
  const [alerts, deliveries, choices] = await Promise.all([
    alertsView(sql, userId),
    deliveriesView(sql, userId),
    alertChoices(sql),
  ])
  return { alerts: alerts.items, deliveries: deliveries.items, choices }
}

export type AlertChoices = Awaited<ReturnType<typeof alertsData>>['choices']
