'use client'

import { ErrorSummary } from '@/app/_ui/form/ErrorSummary'
import { useWork } from './useWork'
import { WorkLine } from './WorkLine'

interface AskButtonProps {
  readonly text: string
  /** What it is about, for screen readers, where several buttons have the same text. */
  readonly about?: string
  /** What the worker is asked for: the body of `POST /api/v1/requests`. */
  readonly wanted: object
}

/** A button that asks a worker for something, and shows beside it how far that is. */
export function AskButton({ text, about, wanted }: AskButtonProps) {
  const { busy, problem, work, ask } = useWork()
  return (
    <div className="min-w-0 space-y-1.5">
      <button
        type="button"
        aria-label={about && `${text}: ${about}`}
        aria-disabled={busy}
        className="button px-2 py-0.5 text-small"
        onClick={() => {
          if (!busy) void ask(wanted)
        }}
      >
        {text}
      </button>
      {problem && <ErrorSummary problem={problem} />}
      {work && <WorkLine work={work} />}
    </div>
  )
}
