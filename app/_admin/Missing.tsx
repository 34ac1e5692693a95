import Link from 'next/link'
import { readLanguage } from '@/app/_ui/i18n/request'
import { thingTexts } from '@/app/_ui/messages/things'
import { Notice } from '@/app/_ui/Notice'

/** In place of the form of a thing that is not there. */
export async function Missing({ list }: { list: string }) {
  const { missing, back } = thingTexts[await readLanguage()]
  return (
    <Notice title={missing.title} text={missing.text}>
      <Link href={list} className="link">
        {back}
      </Link>
    </Notice>
  )
}
