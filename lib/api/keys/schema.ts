import { z } from '@hono/zod-openapi'
import { keyScopeInput, lifeInput } from '@/lib/store/account/input'
import type { ListedKey } from '@/lib/store/account/key'
import { keyScopes } from '@/lib/store/account/role'
import { lineInput } from '@/lib/store/input'

const moment = z.iso.datetime().openapi({ description: 'UTC' })

export const keySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    start: z.string().openapi({ description: 'Its first characters, to tell it from others', example: 'tm_Qf3kZ' }),
    scope: z.enum(keyScopes),
    owner: z.string(),
    state: z.enum(['valid', 'expired', 'revoked']),
    createdAt: moment,
    expiresAt: moment.nullable(),
    revokedAt: moment.nullable(),
    lastUsed: moment.nullable().openapi({ description: 'To the minute' }),
  })
  .openapi('Key')
export type KeyView = z.infer<typeof keySchema>

export const keysSchema = z.strictObject({ items: z.array(keySchema) }).openapi('Keys')

export const newKeySchema = z
  .strictObject({ name: lineInput(100), scope: keyScopeInput, expiresInDays: lifeInput.optional() })
  .openapi('NewKey')

export const madeKeySchema = z
  .strictObject({ key: z.string().openapi({ description: 'Told this once' }), ...keySchema.shape })
  .openapi('MadeKey')

/** A key as it is told at `now`. */
export function keyView({ createdAt, expiresAt, revokedAt, lastUsed, ...rest }: ListedKey, now: Date): KeyView {
  const expired = expiresAt !== null && expiresAt <= now
  const text = (moment: Date | null) => moment?.toISOString() ?? null
  return {
    ...rest,
    state: revokedAt !== null ? 'revoked' : expired ? 'expired' : 'valid',
    createdAt: createdAt.toISOString(),
    ...{ expiresAt: text(expiresAt), revokedAt: text(revokedAt), lastUsed: text(lastUsed) },
  }
}
