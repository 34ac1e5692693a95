import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MilestoneForm, type MilestoneInForm } from '@/app/_admin/MilestoneForm'
import { newKey } from '@/app/_admin/newKey'
import { ThingPage } from '@/app/_admin/ThingPage'
import { adminMilestoneData } from '@/app/_data/adminThings'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { decodedSegment } from '@/app/_ui/url'
import type { MilestoneView } from '@/lib/api/milestones/schema'
import { milestoneDefaults } from '@/lib/store/milestone/schema'
import { gate } from '../../gate'
import { Slips } from './Slips'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
}

const list = '/admin/milestones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: thingTexts[await readLanguage()].milestones.title }
}

function inForm(milestone: MilestoneView | null): MilestoneInForm {
  if (milestone === null) {
    const { externalId: _, ...rest } = milestoneDefaults
    return { ...rest, slug: '', title: '', titleZh: '', topic: '', sourceName: '' }
  }
  const { slug, title, titleZh, topic, promised, shippedOn, evidence, evidenceZh, evidenceUrl } = milestone
  const { sourceName, sourceUrl, status, position } = milestone
  return {
    ...{ slug, title, titleZh, topic, promised, shippedOn, evidence, evidenceZh, evidenceUrl },
    ...{ sourceName, sourceUrl, status, position },
  }
}

export default async function AdminMilestonePage({ params }: Props) {
  const slug = decodedSegment((await params).slug)
  const shut = await gate('annotate', `${list}/${slug}`)
  if (shut) return shut
  const language = await readLanguage()
  const say = (en: string, zh: string) => inLanguage(language, en, zh)
  const { milestone, topics } = await adminMilestoneData(slug, new Date())
  if (milestone === null && slug !== newKey) notFound()
  return (
    <ThingPage
      title={milestone ? say(milestone.title, milestone.titleZh) : thingTexts[language].milestones.add}
      list={list}
      thing={
        milestone && {
          ...{ entity: 'milestone', slug, version: milestone.version },
          ...{ status: milestone.status, managedBy: milestone.managedBy },
          ...{ path: `/api/v1/milestones/${slug}`, page: milestone.status === 'published' ? `/roadmap#${slug}` : null },
        }
      }
    >
      {milestone && <Slips slips={milestone.slips} />}
      <MilestoneForm
        key={milestone?.version ?? 0}
        version={milestone?.version ?? null}
        milestone={inForm(milestone)}
        topics={topics.map((topic) => ({ value: topic.slug, text: say(topic.name, topic.nameZh) }))}
      />
    </ThingPage>
  )
}
