'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A modal dialog, open from the start: the browser keeps the focus in it, closes it on Escape and gives the focus back. A click beside it closes it too. */
export function Dialog(props: { label: string; onClose: () => void; className: string; children: ReactNode }) {
  const { label, onClose, className, children } = props
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
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
      className={`dialog ${className}`}
    >
      {children}
    </dialog>
  )
}
