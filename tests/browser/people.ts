import type { BrowserContext } from 'playwright-core'
import { invite, makeResetLink, makeSetupLink } from '@/lib/store/account/link'
import { accountByEmail } from '@/lib/store/account/read'
import type { Role } from '@/lib/store/account/role'
import { openStore, type Store } from '@/lib/store/connection/store'

/** Where a running board is, and its database. */
export interface Place {
  readonly url: string
  readonly databaseUrl: string
}

export const password = 'tide and moon and tide'

/** Works on the database behind a board, beside it. */
async function withStore<T>({ databaseUrl }: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(databaseUrl, { max: 1 })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const admin = () => ({ actor: 'test', scopes: ['admin'] as const, now: new Date() })

/** Takes every account away, and gives the link with which the first admin is made, as a start prints it. */
export function asBeforeTheFirstAdmin(place: Place): Promise<string> {
  return withStore(place, async (store) => {
    await store.sql`DELETE FROM account_user`
    await store.sql`DELETE FROM account_link`
    const { token } = await makeSetupLink(store, admin())
    return `${place.url}/setup?token=${token}`
  })
}

/** Signs a context in with an account of its own for each role, by a link that an admin would have made. */
export async function signIn(context: BrowserContext, place: Place, role: Role): Promise<void> {
  const email = `${role}@example.org`
  const token = await withStore(place, async (store) => {
    // A long run signs in more often than a person: it must not wait.
    await store.sql`DELETE FROM rate_bucket`
    const account = await accountByEmail(store.sql, email)
    const link = await (account ? makeResetLink(store, admin(), account.id) : invite(store, admin(), { email, role }))
    return link.token
  })
  const response = await context.request.post(`${place.url}/api/v1/links/use`, {
    headers: { origin: place.url },
    data: { token, password, name: role },
  })
  if (!response.ok()) throw new Error(`signing in as ${role}: ${response.status()} ${await response.text()}`)
}
