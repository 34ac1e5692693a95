'use client'

import type { ReactNode } from 'react'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'
import { Dialog } from '../shell/Dialog'
import { Form } from './Form'
import { Submit } from './Submit'
import type { Sending } from './useSend'

interface ConfirmProps {
  /** A question: what is about to happen. */
  readonly title: string
  /** What the button says: the verb, never "OK". */
  readonly action: string
  readonly tone?: 'plain' | 'bad'
  /** Whether it can be done at all; else the children say why not. */
  readonly possible?: boolean
  readonly sending: Pick<Sending, 'busy' | 'problem'>
  readonly onConfirm: (fields: FormData) => void
  readonly onClose: () => void
  /** What follows from it, and fields where it needs some. */
  readonly children?: ReactNode
}

/** Asks before something is done that readers may not want; stays open with what went wrong. Whoever opens it closes it when it went well. */
export function Confirm(props: ConfirmProps) {
  const { title, action, tone = 'plain', possible = true, sending, onConfirm, onClose, children } = props
  const texts = useTexts(formTexts)
  return (
    <Dialog label={title} onClose={onClose} className="w-md">
      <Form problem={sending.problem} onSend={onConfirm} className="space-y-3 whitespace-normal p-4 text-left">
        <h2 className="wrap-anywhere font-semibold text-lead tracking-tight">{title}</h2>
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className="button px-3 py-1.5" onClick={onClose}>
            {possible ? texts.cancel : texts.close}
          </button>
          {possible && (
            <Submit busy={sending.busy} tone={tone}>
              {action}
            </Submit>
          )}
        </div>
      </Form>
    </Dialog>
  )
}
