import type { Caller } from '@/lib/access/caller'
import { listKeys } from '@/lib/store/account/key'
import { type ListedPasskey, listPasskeys } from '@/lib/store/account/passkey'
import { listSignIns } from '@/lib/store/account/signIn'
import type { Store } from '@/lib/store/connection/store'
import type { OwnSession } from '../access/needs'
import { keyView } from '../keys/schema'
import type { OwnAccountView } from './schema'

export function passkeyView({ id, name, createdAt }: ListedPasskey) {
  return { id, name, createdAt: createdAt.toISOString() }
}

/** The account of who is signed in, with everything that lets them in at `now`. */
export async function ownAccountView(
  { sql }: Store,
  { userId, signInId }: OwnSession,
  account: NonNullable<Caller['account']>,
  now: Date,
): Promise<OwnAccountView> {
  const [passkeys, signIns, keys] = await Promise.all([
    listPasskeys(sql, userId),
    listSignIns(sql, userId, now),
    listKeys(sql, userId),
  ])
  return {
    ...account,
    passkeys: passkeys.map(passkeyView),
    sessions: signIns.map(({ id, createdAt, lastUsed, address, userAgent }) => ({
      ...{ id, createdAt: createdAt.toISOString(), lastUsed: lastUsed.toISOString() },
      ...{ address, userAgent, current: id === signInId },
    })),
    keys: keys.map((key) => keyView(key, now)),
  }
}
