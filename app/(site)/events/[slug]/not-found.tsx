import Link from 'next/link'
import { events } from '@/app/_ui/messages/events'
import { Notice } from '@/app/_ui/Notice'

export default function EventNotFound() {
  const { title, text, back } = events.missing
  return (
    <Notice title={title} text={text}>
      <Link href="/events" className="link">
        {back}
      </Link>
    </Notice>
  )
}
