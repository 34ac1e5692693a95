import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { member } from '@/app/_data/account'
import { viewer } from '@/app/_data/viewer'
import { SignInForm } from '@/app/_ui/account/SignInForm'
import { readLanguage } from '@/app/_ui/i18n/request'
import { signInTexts } from '@/app/_ui/messages/signIn'
import { ownPath } from '@/app/_ui/ownPath'
import { type Query, queryValue } from '@/app/_ui/url'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: signInTexts[await readLanguage()].title, robots: { index: false } }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, language, who] = await Promise.all([searchParams, readLanguage(), member()])
  const next = ownPath(queryValue(query, 'next'))
  if (who !== null) redirect(next)
  const texts = signInTexts[language]
  const isPublic = (await viewer()).scopes.includes('read')
  return (
    <div className="mx-auto max-w-sm space-y-4 py-8">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="text-soft">{isPublic ? texts.lead : texts.leadPrivate}</p>
      </div>
      <div className="panel p-4">
        <SignInForm next={next} />
      </div>
    </div>
  )
}
