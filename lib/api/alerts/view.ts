import { type Alert, listAlerts } from '@/lib/store/alert/list'
import type { Queryable } from '@/lib/store/connection/sql'
import { listDeliveries } from '@/lib/store/delivery/list'
import type { AlertView, DeliveryView } from './schema'

/** An alert as its owner sees it. */
export function alertView({ userId: _, createdAt, ...alert }: Alert): AlertView {
  return { ...alert, createdAt: createdAt.toISOString() }
}

/** The alerts of an account, the oldest first. */
export async function alertsView(sql: Queryable, userId: string): Promise<{ items: AlertView[] }> {
  return { items: (await listAlerts(sql, userId)).map(alertView) }
}

/** The last messages of an account's alerts, the newest first. */
export async function deliveriesView(sql: Queryable, userId: string): Promise<{ items: DeliveryView[] }> {
  const items = (await listDeliveries(sql, userId)).map((row) => ({
    ...row,
    id: Number(row.id),
    createdAt: row.createdAt.toISOString(),
    nextAt: row.nextAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }))
  return { items }
}
