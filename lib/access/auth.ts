import { randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { libraryClient } from '@/lib/store/account/library'
import { idleMs } from '@/lib/store/account/signIn'
import type { Store } from '@/lib/store/connection/store'
import { cookiePrefix } from './cookie'

/** The header in which the library finds the client's address: written by us, whatever the client sent under that name. */
export const addressHeader = 'x-tidemark-address'

export interface AuthOptions {
  readonly store: Store
  readonly secret: string
  /** Where the pages are known to the world; passkeys belong to its host. Without it they work at `localhost`. */
  readonly publicUrl?: string | undefined
}

/**
 * The sign-in library on our tables. Its own routes are not served: it keeps the ceremonies of passkeys, and the form of passwords, sessions and cookies. (`signIn` is its
 * session; that word means a day of trading here.)
 */
export function createAuth({ store, secret, publicUrl }: AuthOptions) {
  const client = libraryClient(store)
  const url = new URL(publicUrl ?? 'http://localhost')
  return betterAuth({
    appName: 'Tidemark',
    secret,
    baseURL: url.origin,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // What it refuses is told to the client; it has nothing to say to the log.
    logger: { disabled: true },
    database: prismaAdapter(client, { provider: 'postgresql' }),
    emailAndPassword: { enabled: false },
    user: { modelName: 'user' },
    session: { modelName: 'signIn', expiresIn: idleMs / 1000, disableSessionRefresh: true },
    account: { modelName: 'credential' },
    verification: { modelName: 'challenge' },
    advanced: {
      cookiePrefix,
      useSecureCookies: url.protocol === 'https:',
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await client.user.findUnique({ where: { id: userId } })
            if (user === null || user.disabledAt !== null) throw new APIError('UNAUTHORIZED')
          },
        },
      },
    },
    plugins: [
      passkey({
        rpName: 'Tidemark',
        rpID: url.hostname,
        ...(publicUrl === undefined ? {} : { origin: url.origin }),
        advanced: { webAuthnChallengeCookie: 'passkey' },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
