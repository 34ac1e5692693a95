import Link from 'next/link'
import { readLanguage } from '@/app/_ui/i18n/request'
import { eventsTexts } from '@/app/_ui/messages/events'
import { Notice } from '@/app/_ui/Notice'

export default async function EventNotFound() {
  const { title, text, back } = eventsTexts[await readLanguage()].missing
  return (
    <Notice title={title} text={text}>
      <Link href="/events" className="link">
        {back}
      </Link>
    </Notice>
  )
}
