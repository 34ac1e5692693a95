'use client'

import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { Notice } from '@/app/_ui/Notice'

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { title, text, again, reference } = useTexts(commonTexts).failure
  return (
    <Notice title={title} text={text}>
      <button
        type="button"
        onClick={retry}
        className="cursor-pointer rounded-md border border-line-strong bg-panel px-3 py-1.5 font-medium hover:bg-well"
      >
        {again}
      </button>
      {error.digest && <p className="mt-4 text-faint text-small">{reference(error.digest)}</p>}
    </Notice>
  )
}
