'use client'

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'

interface DialogProps {
  readonly label: string
  readonly onClose: () => void
  /** Before it closes on Escape; may keep it open. With it a click beside does not close. */
  readonly onCancel?: (event: SyntheticEvent<HTMLDialogElement>) => void
  readonly className: string
  readonly children: ReactNode
}

/** A modal dialog, open from the start: the browser keeps the focus in it, closes it on Escape and gives the focus back. A click beside it closes it too. */
export function Dialog({ label, onClose, onCancel, className, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    box.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape
    <dialog
      ref={box}
      aria-label={label}
      onClose={onClose}
      onCancel={onCancel}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget && !onCancel) currentTarget.close()
      }}
      className={`dialog ${className}`}
    >
      {children}
    </dialog>
  )
}
