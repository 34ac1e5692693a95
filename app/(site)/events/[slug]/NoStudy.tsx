import Link from 'next/link'
import { useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'

/** In place of the study, for an event that names no listing. */
export function NoStudy() {
  const [{ noListing }, { all }] = [useTexts(studyTexts), useTexts(eventsTexts)]
  return (
    <Panel title={noListing.title}>
      <div className="max-w-prose space-y-2 px-4 pb-4 text-soft">
        <p className="text-ink">{noListing.text}</p>
        <p>{noListing.on}</p>
        <p>
          <Link className="link" href="/events" prefetch={false}>
            {all}
          </Link>
        </p>
      </div>
    </Panel>
  )
}
