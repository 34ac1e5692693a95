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

/** A link that lets somebody of a role in, as an admin would have made it: an invitation, or a new password for the account there is. */
async function tokenFor(place: Place, role: Role): Promise<string> {
  const email = `${role}@example.org`
  const link = await withStore(place, async (store) => {
    // A long run signs in more often than a person: it must not wait.
    await store.sql`DELETE FROM rate_bucket`
    const account = await accountByEmail(store.sql, email)
    return account ? makeResetLink(store, admin(), account.id) : invite(store, admin(), { email, role })
  })
  return link.token
}

/** Signs somebody of a role in: the account of that role, whose other browsers end with it. The cookie that a browser would send. */
export async function cookieOf(place: Place, role: Role): Promise<string> {
  const response = await fetch(`${place.url}/api/v1/links/use`, {
    method: 'POST',
    headers: { origin: place.url, 'content-type': 'application/json' },
    body: JSON.stringify({ token: await tokenFor(place, role), password, name: role }),
  })
  if (!response.ok) throw new Error(`signing in as ${role}: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

/** Gives a context the cookies of somebody who is signed in. */
export function keepCookie(context: BrowserContext, { url }: Place, cookie: string): Promise<void> {
  return context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s, 2)
      return { name, value, url, httpOnly: true, sameSite: 'Lax' as const }
    }),
  )
}

/** Signs a context in with the account of a role. */
export async function signIn(context: BrowserContext, place: Place, role: Role): Promise<void> {
  await keepCookie(context, place, await cookieOf(place, role))
}
