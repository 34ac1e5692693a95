import Link from 'next/link'
import { common } from './_ui/messages/common'
import { Notice } from './_ui/Notice'

export default function NotFound() {
  const { title, text, back } = common.unknownUrl
  return (
    <Notice title={title} text={text}>
      <Link href="/" className="link">
        {back}
      </Link>
    </Notice>
  )
}
