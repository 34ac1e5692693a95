'use client'

import { type ReactNode, useEffect, useRef } from 'react'

interface MenuProps {
  readonly label: string
  readonly icon: ReactNode
  /** Classes of the button; a square for an icon unless given. */
  readonly face?: string
  /** Classes of the panel beside its own, for where it opens. */
  readonly place?: string
  readonly children: ReactNode
}

/**
 * A button that opens a small panel; it closes on Escape, on a click elsewhere, when one of its links is followed and when the focus leaves. Without script it opens and
 * closes too.
 */
export function Menu({ label, icon, face = 'icon-button', place = '', children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const details = box.current
    if (!details) return
    const leave = ({ target }: Event) => {
      if (details.open && target instanceof Node && !details.contains(target)) details.open = false
    }
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !details.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    const follow = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a')) details.open = false
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    details.addEventListener('keydown', dismiss)
    details.addEventListener('click', follow)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      details.removeEventListener('keydown', dismiss)
      details.removeEventListener('click', follow)
    }
  }, [])
  return (
    <details ref={box} className="menu">
      <summary className={face} aria-label={label} title={label}>
        {icon}
      </summary>
      <div className={`menu-panel ${place}`.trimEnd()}>{children}</div>
    </details>
  )
}
