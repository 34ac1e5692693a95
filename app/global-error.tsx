'use client'

import { common } from './_ui/messages/common'
import { Notice } from './_ui/Notice'
import './globals.css'

/** Stands in for the whole document when even the frame of the pages fails; Next's own needs an inline style, which the policy refuses. */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { title, text, again } = common.failure
  return (
    <html lang="en">
      <body>
        <main className="px-4">
          <Notice title={title} text={text}>
            <button
              type="button"
              onClick={retry}
              className="cursor-pointer rounded-md border border-line-strong bg-panel px-3 py-1.5 font-medium hover:bg-well"
            >
              {again}
            </button>
          </Notice>
        </main>
      </body>
    </html>
  )
}
