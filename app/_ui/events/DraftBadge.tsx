import { Badge } from '../Badge'
import { useTexts } from '../i18n/texts'
import { eventTimeTexts } from '../messages/eventTime'

/** Says of an event that only annotators see it. */
export function DraftBadge() {
  const { draft, draftNote } = useTexts(eventTimeTexts)
  return (
    <Badge tone="plain" title={draftNote}>
      {draft}
    </Badge>
  )
}
