'use client'

import { common } from './_ui/messages/common'
import { Notice } from './_ui/Notice'

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { title, text, again } = common.failure
  return (
    <Notice title={title} text={text}>
      <button
        type="button"
        onClick={retry}
        className="cursor-pointer rounded-md border border-line-strong bg-panel px-3 py-1.5 font-medium hover:bg-well"
      >
        {again}
      </button>
      {error.digest && <p className="mt-4 text-faint text-small">Reference for the server’s log: {error.digest}</p>}
    </Notice>
  )
}
