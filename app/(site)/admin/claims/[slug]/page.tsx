import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClaimForm, type ClaimInForm } from '@/app/_admin/claim/ClaimForm'
import { newKey } from '@/app/_admin/newKey'
import { ThingPage } from '@/app/_admin/ThingPage'
import { adminClaimData } from '@/app/_data/adminThings'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { decodedSegment } from '@/app/_ui/url'
import { claimDefaults } from '@/lib/store/claim/schema'
import { gate } from '../../gate'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
}

const list = '/admin/claims'

export async function generateMetadata(): Promise<Metadata> {
  return { title: thingTexts[await readLanguage()].claims.title }
}

const fresh = (statedOn: string): ClaimInForm => ({
  ...{ slug: '', statement: '', statementZh: '', kind: 'level', parameters: {}, statedOn, sourceName: '' },
  ...{ sourceUrl: null, status: claimDefaults.status, position: claimDefaults.position },
})

export default async function AdminClaimPage({ params }: Props) {
  const slug = decodedSegment((await params).slug)
  const shut = await gate('annotate', `${list}/${slug}`)
  if (shut) return shut
  const language = await readLanguage()
  const say = (en: string, zh: string) => inLanguage(language, en, zh)
  const now = new Date()
  const { claim, events, topics, listings } = await adminClaimData(slug, now)
  if (claim === null && slug !== newKey) notFound()
  const inForm = (): ClaimInForm => {
    if (claim === null) return fresh(now.toISOString().slice(0, 10))
    const { statement, statementZh, kind, parameters, statedOn, sourceName, sourceUrl, status, position } = claim
    return { slug, statement, statementZh, kind, parameters, statedOn, sourceName, sourceUrl, status, position }
  }
  return (
    <ThingPage
      title={claim ? say(claim.statement, claim.statementZh) : thingTexts[language].claims.add}
      list={list}
      thing={
        claim && {
          ...{ entity: 'claim', slug, version: claim.version, status: claim.status, managedBy: claim.managedBy },
          ...{ path: `/api/v1/claims/${slug}`, page: `/claims/${slug}` },
        }
      }
    >
      <ClaimForm
        key={claim?.version ?? 0}
        version={claim?.version ?? null}
        claim={inForm()}
        choices={{
          listings: listings.map(({ symbol, name, nameZh }) => ({
            value: symbol,
            text: `${say(name, nameZh)} (${symbol})`,
          })),
          topics: topics.map((topic) => ({ value: topic.slug, text: say(topic.name, topic.nameZh) })),
          events: events.map((event) => ({
            value: event.slug,
            text: `${event.date} ${say(event.title, event.titleZh)}`,
          })),
        }}
      />
    </ThingPage>
  )
}
