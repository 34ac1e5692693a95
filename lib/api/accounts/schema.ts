import { z } from '@hono/zod-openapi'
import { emailInput, roleInput } from '@/lib/store/account/input'
import { linkKinds, linkUrl, type NewLink, type OpenLink } from '@/lib/store/account/link'
import type { ListedAccount } from '@/lib/store/account/read'
import { roles } from '@/lib/store/account/role'
import { versionInput } from '../editable/route'

const moment = z.iso.datetime().openapi({ description: 'UTC' })

export const accountSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    disabled: z.boolean(),
    version: z.int(),
    createdAt: moment,
    lastSeen: moment.nullable().openapi({ description: 'By a browser or a key, to the minute' }),
    sessions: z.int().openapi({ description: 'Browsers that are signed in' }),
    keys: z.int().openapi({ description: 'Valid keys' }),
    passkeys: z.int(),
  })
  .openapi('Account')
export type AccountView = z.infer<typeof accountSchema>

const linkFields = {
  id: z.string(),
  kind: z.enum(linkKinds),
  email: z.string().nullable(),
  role: z.enum(roles),
  createdBy: z.string(),
  createdAt: moment,
  expiresAt: moment,
}

export const openLinkSchema = z.strictObject(linkFields).openapi('OpenLink')

/** A link with its address, which is told once. */
export const madeLinkSchema = z
  .strictObject({ ...linkFields, url: z.string().openapi({ description: 'Told this once: hand it on' }) })
  .openapi('MadeLink')

export const accountsSchema = z
  .strictObject({
    items: z.array(accountSchema),
    invites: z.array(openLinkSchema).openapi({ description: 'Invitations that were not used yet' }),
  })
  .openapi('Accounts')

export const inviteSchema = z.strictObject({ email: emailInput, role: roleInput }).openapi('Invitation')

export const accountChangeSchema = z
  .strictObject({ role: roleInput.optional(), disabled: z.boolean().optional(), version: versionInput })
  .openapi('AccountRights')

/** An account as admins are told of it. */
export function accountView({ createdAt, disabledAt, lastSeen, ...rest }: ListedAccount): AccountView {
  return {
    ...rest,
    disabled: disabledAt !== null,
    createdAt: createdAt.toISOString(),
    lastSeen: lastSeen?.toISOString() ?? null,
  }
}

/** A link as admins are told of it; its token only where it was just made, within `url`. */
export function openLinkView({ id, kind, email, role, createdBy, createdAt, expiresAt }: OpenLink) {
  return { id, kind, email, role, createdBy, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
}

/** A new link with its address on the site at `origin` (without a slash at the end). */
export function madeLinkView(link: NewLink, origin: string) {
  return { ...openLinkView(link), url: linkUrl(link, origin) }
}
