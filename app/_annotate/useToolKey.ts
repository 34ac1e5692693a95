'use client'

import { useEffect, useRef } from 'react'

/** Calls `press` when a key goes down anywhere but in a field or a dialog, without another key. */
export function useToolKey(key: string, press: () => void): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const { target, altKey, ctrlKey, metaKey } = event
      if (event.key !== key || event.defaultPrevented || altKey || ctrlKey || metaKey) return
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', down)
    return () => document.removeEventListener('keydown', down)
  }, [key])
}
