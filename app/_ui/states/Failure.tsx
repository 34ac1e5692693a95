'use client'

import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import { Notice } from '../Notice'

interface FailureProps {
  /** Under what the server's log has the error. */
  readonly digest?: string
  readonly retry?: () => void
  readonly heading?: 'h1' | 'h3'
}

/** In place of a page that could not be made: why, that nothing is lost, and a way on. */
export function Failure({ digest, retry = () => location.reload(), heading = 'h1' }: FailureProps) {
  const { title, text, again, reference } = useTexts(commonTexts).failure
  return (
    <Notice {...{ title, text, heading }}>
      <button type="button" onClick={retry} className="button px-3 py-1.5">
        {again}
      </button>
      {digest && <p className="mt-4 text-faint text-small">{reference(digest)}</p>}
    </Notice>
  )
}
