import type { Metadata } from 'next'
import Link from 'next/link'
import { AddLink, Head } from '@/app/_admin/Head'
import { ListFilter } from '@/app/_admin/ListFilter'
import { newKey } from '@/app/_admin/newKey'
import { StateBadge } from '@/app/_admin/StateBadge'
import { adminClaimsData } from '@/app/_data/adminThings'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { claimFormTexts } from '@/app/_ui/messages/claimForm'
import { thingTexts } from '@/app/_ui/messages/things'
import { Empty } from '@/app/_ui/states/Empty'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, type Query } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { Wide } from '@/app/_ui/Wide'
import { statuses } from '@/lib/store/input'
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
  const { head, title, lead, add } = texts.claims
  const { items, all, filter } = await adminClaimsData(query, new Date())
  return (
    <div className="space-y-4">
      <Head title={title} lead={lead}>
        <AddLink href={`${path}/${newKey}`} text={add} />
      </Head>
      <ListFilter
        {...{ path, filter }}
        count={texts.filter.count(items.length, all)}
        choices={[{ name: 'state', options: statuses.map((value) => ({ value, text: texts.states[value] })) }]}
      />
      <div className="panel">
        {items.length === 0 ? (
          <Empty text={texts.none} />
        ) : (
          <Wide label={title}>
            <table className="figures" data-testid="things">
              <TableHead
                columns={[
                  { name: head.statement },
                  { name: head.kind, words: true },
                  { name: head.verdict, words: true },
                  { name: head.state, words: true },
                ]}
              />
              <tbody>
                {items.map((claim) => (
                  <tr key={claim.slug}>
                    <td className="whitespace-normal! min-w-64 align-top">
                      <Link href={`${path}/${claim.slug}`} prefetch={false} className="quiet-link font-medium">
                        {inLanguage(language, claim.statement, claim.statementZh)}
                      </Link>
                      <span className="block text-faint text-small">
                        {[claim.slug, ...(claim.managedBy ? [texts.managedShort(claim.managedBy)] : [])].join(' · ')}
                      </span>
                    </td>
                    <td className="text whitespace-normal! min-w-32 align-top">{kinds[claim.kind] ?? claim.kind}</td>
                    <td className="text align-top">
                      <VerdictBadge of="claim" verdict={claim.verdict} />
                    </td>
                    <td className="text align-top">
                      <StateBadge status={claim.status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        )}
      </div>
    </div>
  )
}
