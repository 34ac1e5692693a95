import Link from 'next/link'
import { readLanguage } from '@/app/_ui/i18n/request'
import { commonTexts } from '@/app/_ui/messages/common'
import { Notice } from '@/app/_ui/Notice'

/**
 * What stands in place of a page of the site that there is not: without the site's frame, which is around it already. Next makes it along with every page, to have it when it is needed, and without this
 * file it would make the one of the whole app, frame and all.
 */
export default async function NotFound() {
  const { title, text, back } = commonTexts[await readLanguage()].unknownUrl
  return (
    <Notice title={title} text={text}>
      <Link href="/" className="link">
        {back}
      </Link>
    </Notice>
  )
}
