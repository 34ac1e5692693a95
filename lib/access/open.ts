import type { Store } from '@/lib/store/connection/store'
import { createAuth } from './auth'
import type { Identify } from './caller'
import { type SessionCookie, sessionCookie } from './cookie'
import { type Hasher, scrypt } from './hasher'
import { createIdentify } from './identify'
import { createPasskeys, type Passkeys } from './passkeys'

/** Everything by which people and programs get in. */
export interface Access {
  readonly identify: Identify
  readonly cookie: SessionCookie
  readonly hasher: Hasher
  readonly passkeys: Passkeys
}

export interface AccessOptions {
  readonly store: Store
  /** Signs cookies; at least 32 characters. */
  readonly secret: string
  /** Where the pages are known to the world; `https` makes cookies secure. */
  readonly publicUrl?: string | undefined
  /** Whether nobody may read; true by default. */
  readonly publicReading?: boolean
  readonly hasher?: Hasher
}

/** The access to one store. Makes no connection and no query yet. */
export function openAccess({ store, secret, publicUrl, publicReading = true, hasher = scrypt }: AccessOptions): Access {
  const cookie = sessionCookie(secret, publicUrl?.startsWith('https://') ?? false)
  const auth = createAuth({ store, secret, publicUrl })
  return {
    identify: createIdentify({ store, cookie, publicReading }),
    ...{ cookie, hasher },
    passkeys: createPasskeys(store, auth),
  }
}
