import { z } from '@hono/zod-openapi'
import { alertFields, alertOptions } from '@/lib/store/alert/schema'

export const alertSchema = z
  .strictObject({
    id: z.string(),
    ...alertFields,
    version: z.int(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Alert')

export const alertsSchema = z.strictObject({ items: z.array(alertSchema) }).openapi('Alerts')

export const newAlertSchema = z
  .strictObject({ ...alertFields, options: alertOptions.partial() })
  .partial({ rules: true, listings: true, options: true, enabled: true })
  .openapi('NewAlert')

export const alertChangeSchema = z
  .strictObject({ ...alertFields, options: alertOptions.partial(), version: z.int().min(1) })
  .omit({ channel: true })
  .partial()
  .required({ version: true })
  .openapi('AlertChange')

export const addedAlertSchema = z
  .strictObject({
    alert: alertSchema,
    secret: z
      .string()
      .nullable()
      .openapi({ description: 'Signs what the webhook is sent (Standard Webhooks); told only here' }),
  })
  .openapi('AddedAlert')

export const deliverySchema = z
  .strictObject({
    id: z.int(),
    alertId: z.string(),
    alertName: z.string(),
    kind: z.enum(['signal', 'no-data', 'test']),
    subject: z.string(),
    rule: z.string().nullable(),
    state: z.enum(['waiting', 'sending', 'delivered', 'failed', 'muted']),
    attempts: z.int(),
    createdAt: z.iso.datetime(),
    nextAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    outcome: z.string(),
  })
  .openapi('Delivery')

export const deliveriesSchema = z.strictObject({ items: z.array(deliverySchema) }).openapi('Deliveries')

export type AlertView = z.infer<typeof alertSchema>
export type DeliveryView = z.infer<typeof deliverySchema>
