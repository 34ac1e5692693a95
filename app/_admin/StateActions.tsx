'use client'

import { useRouter } from 'next/navigation'
import { ErrorSummary } from '@/app/_ui/form/ErrorSummary'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import type { Status } from '@/lib/store/input'

interface StateActionsProps {
  /** Of the thing in the API: `/api/v1/events/deepseek-ue8m0`. */
  readonly path: string
  readonly version: number
  readonly status: Status
}

const ways = {
  draft: [
    { name: 'publish', to: 'published' },
    { name: 'archive', to: 'archived' },
  ],
  published: [
    { name: 'unpublish', to: 'draft' },
    { name: 'archive', to: 'archived' },
  ],
  archived: [{ name: 'restore', to: 'draft' }],
} as const

/** Publishes a thing, takes it back, archives it, with a button each. What comes of it stands in its history, where it can be undone. */
export function StateActions({ path, version, status }: StateActionsProps) {
  const { actions } = useTexts(thingTexts)
  const { busy, problem, send } = useSend()
  const router = useRouter()
  const change = async (to: Status) => {
    const sent =
      to === 'archived'
        ? await send('DELETE', `${path}?version=${version}`)
        : await send('PATCH', path, { version, status: to })
    if (!sent.problem) router.refresh()
  }
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        {ways[status].map(({ name, to }) => (
          <button
            key={name}
            type="button"
            aria-disabled={busy}
            className="button px-3 py-1"
            onClick={() => !busy && change(to)}
          >
            {actions[name]}
          </button>
        ))}
      </div>
      {problem && <ErrorSummary problem={problem} />}
    </div>
  )
}
