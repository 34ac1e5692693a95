'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Confirm } from './Confirm'
import type { Method } from './send'
import { useSend } from './useSend'

interface ConfirmButtonProps {
  /** What stands on the button that opens the question. */
  readonly text: string
  /** What it is about, for screen readers, where several buttons have the same text. */
  readonly about?: string
  readonly title: string
  readonly action: string
  readonly tone?: 'plain' | 'bad'
  readonly request: {
    readonly method: Method
    readonly path: string
    /** Made of the fields among the children, where there are some. */
    readonly body?: (fields: FormData) => unknown
  }
  /** Called with the answer when it went well; the page is being made anew then. */
  readonly onDone?: (data: unknown) => void
  readonly className?: string
  /** What follows from it, and fields. */
  readonly children?: ReactNode
}

/** A button that asks before it sends one request, and brings the page up to date afterwards. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { text, about, title, action, tone = 'bad', request, onDone, children } = props
  const router = useRouter()
  const { busy, problem, send, setProblem } = useSend()
  const [open, setOpen] = useState(false)
  const carryOut = async (fields: FormData) => {
    const sent = await send(request.method, request.path, request.body?.(fields))
    // Behind the question the page comes to show what is there now, and the next try is about that.
    if (sent.problem?.kind === 'conflict') router.refresh()
    if (sent.problem) return
    setOpen(false)
    router.refresh()
    onDone?.(sent.data)
  }
  return (
    <>
      <button
        type="button"
        aria-label={about && `${text}: ${about}`}
        className={props.className ?? 'button px-2 py-0.5 text-small'}
        onClick={() => {
          setProblem(null)
          setOpen(true)
        }}
      >
        {text}
      </button>
      {open && (
        <Confirm
          {...{ title, action, tone }}
          sending={{ busy, problem }}
          onConfirm={carryOut}
          onClose={() => setOpen(false)}
        >
          {children}
        </Confirm>
      )}
    </>
  )
}
