import Link from 'next/link'
import { useTexts } from '../i18n/texts'
import { frameTexts } from '../messages/frame'
import { Icon } from './Icon'

/** The way to the form of what a page shows, for whoever may change it. */
export function EditLink({ href }: { href: string }) {
  const { edit } = useTexts(frameTexts)
  return (
    <Link href={href} prefetch={false} className="button flex h-[26px] items-center gap-1 px-2 text-small">
      <Icon name="pen" />
      {edit}
    </Link>
  )
}
