import Link from 'next/link'
import { readLanguage } from '@/app/_ui/i18n/request'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { Notice } from '@/app/_ui/Notice'

export default async function ClaimNotFound() {
  const { title, text, back } = claimsTexts[await readLanguage()].missing
  return (
    <Notice title={title} text={text}>
      <Link href="/claims" className="link">
        {back}
      </Link>
    </Notice>
  )
}
