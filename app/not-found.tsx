import Link from 'next/link'
import { readLanguage } from './_ui/i18n/request'
import { commonTexts } from './_ui/messages/common'
import { Notice } from './_ui/Notice'
import { Site } from './_ui/shell/Site'

export default async function NotFound() {
  const { title, text, back } = commonTexts[await readLanguage()].unknownUrl
  return (
    <Site>
      <Notice title={title} text={text}>
        <Link href="/" className="link">
          {back}
        </Link>
      </Notice>
    </Site>
  )
}
