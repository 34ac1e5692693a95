import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { may, viewer } from '@/app/_data/viewer'
import { readLanguage } from '@/app/_ui/i18n/request'
import { adminTexts } from '@/app/_ui/messages/admin'
import type { Scope } from '@/lib/store/context'

/**
 * What every admin page begins with: null when the viewer may see it, else what to show in its place. Nobody is sent to sign in, and comes back to `path`
 * afterwards.
 */
export async function gate(scope: Scope, path: string): Promise<ReactNode | null> {
  const who = await viewer()
  if (may(who, scope)) return null
  if (who.via === 'nobody') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const texts = adminTexts[await readLanguage()].notAllowed
  return (
    <div className="space-y-2">
      <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
      <p className="text-soft">{texts.text}</p>
      <Link href="/" className="text-link underline">
        {texts.back}
      </Link>
    </div>
  )
}
