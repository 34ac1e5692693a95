import type { Metadata } from 'next'
import { StateBadge } from '@/app/_admin/StateBadge'
import { ThingList, ThingName } from '@/app/_admin/ThingList'
import { adminClaimsData } from '@/app/_data/adminThings'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { claimFormTexts } from '@/app/_ui/messages/claimForm'
import { thingTexts } from '@/app/_ui/messages/things'
import { hrefWith, type Query } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { gate } from '../gate'

export const dynamic = 'force-dynamic'

const path = '/admin/claims'

export async function generateMetadata(): Promise<Metadata> {
  return { title: thingTexts[await readLanguage()].claims.title }
}

export default async function AdminClaimsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const shut = await gate('annotate', hrefWith(path, query, {}))
  if (shut) return shut
  const language = await readLanguage()
  const [texts, kinds] = [thingTexts[language], claimFormTexts[language].kinds as Readonly<Record<string, string>>]
  const { head } = texts.claims
  const { items, all, filter } = await adminClaimsData(query, new Date())
  return (
    <ThingList
      of="claims"
      {...{ filter, all }}
      count={items.length}
      columns={[
        { name: head.statement },
        { name: head.kind, words: true },
        { name: head.verdict, words: true },
        { name: head.state, words: true },
      ]}
    >
      {items.map(({ slug, managedBy, statement, statementZh, kind, verdict, status }) => (
        <tr key={slug}>
          <td className="whitespace-normal! min-w-64 align-top">
            <ThingName list={path} name={inLanguage(language, statement, statementZh)} {...{ slug, managedBy }} />
          </td>
          <td className="text whitespace-normal! min-w-32 align-top">{kinds[kind] ?? kind}</td>
          <td className="text align-top">
            <VerdictBadge of="claim" verdict={verdict} />
          </td>
          <td className="text align-top">
            <StateBadge status={status} />
          </td>
        </tr>
      ))}
    </ThingList>
  )
}
