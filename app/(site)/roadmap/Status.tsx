import type { RoadmapItem } from '@/app/_data/roadmap'
import { Badge, type Tone } from '@/app/_ui/Badge'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'

const tones: Readonly<Record<RoadmapItem['state'], Tone>> = {
  promised: 'plain',
  due: 'good',
  late: 'warn',
  shipped: 'good',
  unscheduled: 'plain',
}

/** Where a milestone stands in a word, and by how many days it is ahead of that or past it. */
export function Status({ item }: { item: RoadmapItem }) {
  const [texts, { day }] = [useTexts(roadmapTexts), useFormat()]
  const { state, daysLate, daysLeft, window } = item
  const late = daysLate !== null && state === 'late'
  const beside = [
    ...(daysLate !== null && state === 'shipped' ? [texts.shippedLate(daysLate)] : []),
    ...(daysLeft !== null ? [state === 'due' ? texts.left(daysLeft) : texts.opens(daysLeft)] : []),
  ]
  return (
    <>
      <Badge tone={tones[state]}>{texts.states[state]}</Badge>
      {late && (
        <span
          className="font-medium text-small text-warn"
          title={window ? texts.lateTitle(day(window.end)) : undefined}
        >
          {texts.late(daysLate)}
        </span>
      )}
      {beside.map((text) => (
        <span key={text} className="text-faint text-small">
          {text}
        </span>
      ))}
    </>
  )
}
