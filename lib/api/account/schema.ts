import { z } from '@hono/zod-openapi'
import { nameInput } from '@/lib/store/account/input'
import { roles } from '@/lib/store/account/role'
import { lineInput } from '@/lib/store/input'
import { keySchema } from '../keys/schema'
import { authenticatorAnswer, passwordInput } from '../session/schema'

const moment = z.iso.datetime().openapi({ description: 'UTC' })

export const passkeySchema = z.strictObject({ id: z.string(), name: z.string(), createdAt: moment }).openapi('Passkey')

const browserSchema = z
  .strictObject({
    id: z.string(),
    createdAt: moment,
    lastUsed: moment.openapi({ description: 'To the minute' }),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean().openapi({ description: 'Whether it is the one that asks' }),
  })
  .openapi('Browser')

/** The account of who asks. `sessions` are the browsers in which it is signed in. */
export const ownAccountSchema = z
  .strictObject({
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    passkeys: z.array(passkeySchema),
    sessions: z.array(browserSchema),
    keys: z.array(keySchema),
  })
  .openapi('OwnAccount')
export type OwnAccountView = z.infer<typeof ownAccountSchema>

export const renameSchema = z.strictObject({ name: nameInput }).openapi('AccountChange')
export const passwordChangeSchema = z
  .strictObject({ current: passwordInput, next: passwordInput })
  .openapi('PasswordChange')
export const endedSchema = z.strictObject({ ended: z.int() }).openapi('EndedSessions')
export const newPasskeySchema = z
  .strictObject({ name: lineInput(100), response: authenticatorAnswer })
  .openapi('NewPasskey')
