import { Badge, type Tone } from '@/app/_ui/Badge'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import type { Status } from '@/lib/store/input'

const tones: Readonly<Record<Status, Tone>> = { draft: 'warn', published: 'good', archived: 'plain' }

/** Whether a thing is seen by everybody, by annotators only, or by nobody any more. */
export function StateBadge({ status }: { status: Status }) {
  const { states, stateNotes } = useTexts(thingTexts)
  return (
    <Badge tone={tones[status]} title={stateNotes[status]}>
      {states[status]}
    </Badge>
  )
}
