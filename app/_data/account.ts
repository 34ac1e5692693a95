import type { Caller } from '@/lib/access/caller'
import { ownAccountView } from '@/lib/api/account/view'
import { accountView, openLinkView } from '@/lib/api/accounts/schema'
import { keyView } from '@/lib/api/keys/schema'
import { listKeys } from '@/lib/store/account/key'
import { linkByToken, listInvites } from '@/lib/store/account/link'
import { listAccounts } from '@/lib/store/account/read'
import { pageStore } from './store'
import { viewer } from './viewer'

/** Somebody who is signed in by a browser. */
export type Member = Caller & Required<Pick<Caller, 'account' | 'signIn'>> & { readonly userId: string }

/** Who is signed in by the browser that asks; null for nobody and for a key. */
export async function member(): Promise<Member | null> {
  const who = await viewer()
  const { account, signIn, userId, via } = who
  return via === 'session' && account && signIn && userId !== null ? { ...who, account, signIn, userId } : null
}

/** One's own account with everything that lets one in. */
export function ownAccount({ account, signIn, userId }: Member, now: Date) {
  return ownAccountView(pageStore(), { userId, signInId: signIn.id }, account, now)
}

/** What the link of a token opens; null when it opens nothing (any more). Looking does not use it up. */
export async function linkOf(token: string | undefined, now: Date) {
  const link = token === undefined ? null : await linkByToken(pageStore().sql, token, now)
  return link && { kind: link.kind, email: link.email, role: link.role, expiresAt: link.expiresAt.toISOString() }
}

/** Every account, the invitations that wait, and every key: for admins, who must have been let in before. */
export async function accountsData(now: Date) {
  const { sql } = pageStore()
  const [accounts, invites, keys] = await Promise.all([
    listAccounts(sql, now),
    listInvites(sql, now),
    listKeys(sql, null),
  ])
  return {
    accounts: accounts.map(accountView),
    invites: invites.map(openLinkView),
    keys: keys.map((key) => keyView(key, now)),
  }
}
