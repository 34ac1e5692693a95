import { z } from '@hono/zod-openapi'
import { emailInput } from '@/lib/store/account/input'
import { roles } from '@/lib/store/account/role'
import { scopes } from '@/lib/store/context'

/** Who asks. */
export const sessionSchema = z
  .strictObject({
    signedIn: z.boolean(),
    email: z.string().nullable(),
    name: z.string().nullable(),
    role: z.enum(roles).nullable(),
    scopes: z.array(z.enum(scopes)),
    via: z.enum(['nobody', 'session', 'key']),
  })
  .openapi('Session')
export type SessionView = z.infer<typeof sessionSchema>

/** A password as it is sent; whether it may be taken is another question. */
export const passwordInput = z.string().min(1, { error: 'expected a password' }).max(1_000, {
  error: 'expected at most 1000 characters',
})

export const signInSchema = z.strictObject({ email: emailInput, password: passwordInput }).openapi('SignIn')

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/, { error: 'expected base64url' })
const word = z
  .string()
  .max(60)
  .regex(/^[a-z-]*$/, { error: 'expected a word' })

/** What `navigator.credentials` answered, as WebAuthn's `toJSON()` has it. */
export const authenticatorAnswer = z
  .looseObject({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.looseObject({
      clientDataJSON: base64url,
      attestationObject: base64url.optional(),
      authenticatorData: base64url.optional(),
      signature: base64url.optional(),
      userHandle: base64url.nullish(),
      transports: z.array(word).max(10).optional(),
    }),
    clientExtensionResults: z.looseObject({}),
    authenticatorAttachment: word.nullish(),
  })
  .openapi('AuthenticatorAnswer')

/** What `navigator.credentials` is to be asked. */
export const authenticatorQuestion = z.looseObject({ challenge: z.string() }).openapi('AuthenticatorQuestion')
