import type { Metadata } from 'next'
import Link from 'next/link'
import { AddLink, Head } from '@/app/_admin/Head'
import { ListFilter } from '@/app/_admin/ListFilter'
import { newKey } from '@/app/_admin/newKey'
import { StateBadge } from '@/app/_admin/StateBadge'
import { adminMilestonesData } from '@/app/_data/adminThings'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { thingTexts } from '@/app/_ui/messages/things'
import { Empty } from '@/app/_ui/states/Empty'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, type Query } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import { statuses } from '@/lib/store/input'
import { gate } from '../gate'

export const dynamic = 'force-dynamic'

const path = '/admin/milestones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: thingTexts[await readLanguage()].milestones.title }
}

export default async function AdminMilestonesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const shut = await gate('annotate', hrefWith(path, query, {}))
  if (shut) return shut
  const language = await readLanguage()
  const [texts, words, { window }] = [thingTexts[language], roadmapTexts[language], formats[language]]
  const { head, title, lead, add } = texts.milestones
  const { items, all, filter } = await adminMilestonesData(query, new Date())
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
                  { name: head.what },
                  { name: head.promised, words: true },
                  { name: head.slips },
                  { name: head.shipped, words: true },
                  { name: head.status, words: true },
                  { name: head.state, words: true },
                ]}
              />
              <tbody>
                {items.map((item) => (
                  <tr key={item.slug}>
                    <td className="whitespace-normal! min-w-48 align-top">
                      <Link href={`${path}/${item.slug}`} prefetch={false} className="quiet-link font-medium">
                        {inLanguage(language, item.title, item.titleZh)}
                      </Link>
                      <span className="block text-faint text-small">
                        {[item.slug, ...(item.managedBy ? [texts.managedShort(item.managedBy)] : [])].join(' · ')}
                      </span>
                    </td>
                    <td className="text align-top">{window(item.promised)}</td>
                    <td className="align-top">{item.slips.length}</td>
                    <td className="text align-top">{window(item.shippedOn)}</td>
                    <td className="text align-top">{words.states[item.state]}</td>
                    <td className="text align-top">
                      <StateBadge status={item.status} />
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
