import type { Settings } from '@/lib/settings'
import { linkUrl, makeSetupLink } from '@/lib/store/account/link'
import { hasAdmin } from '@/lib/store/account/read'
import type { Store } from '@/lib/store/connection/store'
import { siteUrl } from './address'

/**
 * The line that tells where the first admin is made, while there is none; null afterwards. Each start makes a new link, and the one before ends. A token of the settings is
 * known to whoever set it, and is not written out.
 */
export async function firstAdminLink(
  store: Store,
  settings: Pick<Settings, 'SETUP_TOKEN' | 'PUBLIC_URL' | 'HOST' | 'PORT'>,
  now: Date,
): Promise<string | null> {
  if (await hasAdmin(store.sql)) return null
  const ctx = { actor: 'start', scopes: ['admin'], now } as const
  const link = await makeSetupLink(store, ctx, settings.SETUP_TOKEN)
  const site = siteUrl(settings)
  return `First admin: ${settings.SETUP_TOKEN ? `${site}/setup?token= and your SETUP_TOKEN` : linkUrl(link, site)}`
}
