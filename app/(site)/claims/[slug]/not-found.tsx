import Link from 'next/link'
import { claims } from '@/app/_ui/messages/claims'
import { Notice } from '@/app/_ui/Notice'

export default function ClaimNotFound() {
  const { title, text, back } = claims.missing
  return (
    <Notice title={title} text={text}>
      <Link href="/claims" className="link">
        {back}
      </Link>
    </Notice>
  )
}
