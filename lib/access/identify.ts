import { keyByHash, signInByToken } from '@/lib/store/account/identify'
import { keyPrefix } from '@/lib/store/account/key'
import { scopesOfKey, scopesOfRole } from '@/lib/store/account/role'
import { hashOfSecret } from '@/lib/store/account/secret'
import type { Store } from '@/lib/store/connection/store'
import { type Caller, type Identify, nobody, outsider, refused } from './caller'
import type { SessionCookie } from './cookie'

const bearer = /^bearer +/i

async function byKey(store: Store, key: string, now: Date): Promise<Caller> {
  const known = key.startsWith(keyPrefix) ? await keyByHash(store.sql, hashOfSecret(key), now) : null
  if (known === null) return refused
  const { userId, email, name, role, scope, keyName } = known
  const actor = `key "${keyName}" of ${email}`
  return { actor, scopes: scopesOfKey(scope, role), userId, via: 'key', account: { email, name, role } }
}

/**
 * Finds callers by their `Authorization: Bearer tm_…`, else by the cookie of their browser; who sends neither costs no query. `publicReading`: whether nobody may read.
 */
export function createIdentify({
  store,
  cookie,
  publicReading,
}: {
  readonly store: Store
  readonly cookie: SessionCookie
  readonly publicReading: boolean
}): Identify {
  const unknown = publicReading ? nobody : outsider
  return async ({ headers }, now) => {
    // Other schemes (a proxy's own password) are not meant for us.
    const authorization = headers.get('authorization') ?? ''
    if (bearer.test(authorization)) return byKey(store, authorization.replace(bearer, '').trim(), now)
    const token = await cookie.read(headers.get('cookie'))
    const known = token === null ? null : await signInByToken(store.sql, token, now)
    if (known === null) return unknown
    const { userId, email, name, role, signInId, tokenAt } = known
    return {
      ...{ actor: email, scopes: scopesOfRole(role), userId, via: 'session' },
      account: { email, name, role },
      signIn: { id: signInId, tokenAt },
    }
  }
}
