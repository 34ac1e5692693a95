import type { Metadata } from 'next'
import { StateBadge } from '@/app/_admin/StateBadge'
import { ThingList, ThingName } from '@/app/_admin/ThingList'
import { adminMilestonesData } from '@/app/_data/adminThings'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { thingTexts } from '@/app/_ui/messages/things'
import { hrefWith, type Query } from '@/app/_ui/url'
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
  const { head } = texts.milestones
  const { items, all, filter } = await adminMilestonesData(query, new Date())
  return (
    <ThingList
      of="milestones"
      {...{ filter, all }}
      count={items.length}
      columns={[
        { name: head.what },
        { name: head.promised, words: true },
        { name: head.slips },
        { name: head.shipped, words: true },
        { name: head.status, words: true },
        { name: head.state, words: true },
      ]}
    >
      {items.map(({ slug, managedBy, title, titleZh, promised, slips, shippedOn, state, status }) => (
        <tr key={slug}>
          <td className="whitespace-normal! min-w-48 align-top">
            <ThingName list={path} name={inLanguage(language, title, titleZh)} {...{ slug, managedBy }} />
          </td>
          <td className="text align-top">{window(promised)}</td>
          <td className="align-top">{slips.length}</td>
          <td className="text align-top">{window(shippedOn)}</td>
          <td className="text align-top">{words.states[state]}</td>
          <td className="text align-top">
            <StateBadge status={status} />
          </td>
        </tr>
      ))}
    </ThingList>
  )
}
