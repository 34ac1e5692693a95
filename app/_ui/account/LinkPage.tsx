import Link from 'next/link'
import { linkOf } from '@/app/_data/account'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '../i18n/request'
import { signInTexts } from '../messages/signIn'
import { Notice } from '../Notice'
import { type Query, queryValue } from '../url'
import { LinkForm } from './LinkForm'

type LinkKind = 'setup' | 'invite' | 'reset'

/** What the page of a link says of itself. The address holds a secret: it is told to no other site. */
export async function linkMetadata(kind: LinkKind) {
  const { title } = signInTexts[await readLanguage()].link[kind]
  return { title, robots: { index: false }, referrer: 'no-referrer' } as const
}

/** The page of a link that makes an account or gives it a new password. A link that does not work (any more) says why that may be, and what to do. */
export async function LinkPage({ kind, searchParams }: { kind: LinkKind; searchParams: Promise<Query> }) {
  const [query, language] = await Promise.all([searchParams, readLanguage()])
  const all = signInTexts[language]
  const texts = all.link
  const token = queryValue(query, 'token') ?? ''
  const link = await linkOf(token, new Date())
  if (link?.kind !== kind) {
    return (
      <Notice title={texts.dead.title} text={texts.dead[kind]}>
        <Link href="/sign-in" prefetch={false} className="link">
          {texts.dead.signIn}
        </Link>
      </Notice>
    )
  }
  const { email, role, expiresAt } = link
  const lead = texts[kind].lead
  return (
    <div className="mx-auto max-w-sm space-y-4 py-8">
      <div className="space-y-1">
        <h1 className="font-semibold text-title tracking-tight">{texts[kind].title}</h1>
        <p className="text-soft">{typeof lead === 'string' ? lead : lead(all.roles[role])}</p>
        <p className="text-faint text-small">{texts.until(formats[language].moment(expiresAt))}</p>
      </div>
      <div className="panel p-4">
        <LinkForm token={token} kind={kind} email={email} />
      </div>
    </div>
  )
}
