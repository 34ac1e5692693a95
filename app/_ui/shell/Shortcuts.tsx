'use client'

import { useRouter } from 'next/navigation'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { pages } from './pages'

/** The dialogs of every page. Their code comes when one is opened. */
const dialogs = {
  search: () => import('../search/Palette'),
  keys: () => import('./KeySheet'),
}
type Name = keyof typeof dialogs

/** A dialog as it is shown: it tells when it has been closed. */
type Dialog = ComponentType<{ onClose: () => void }>

const goesWithinMs = 1_500
const isName = (text: string | undefined): text is Name => text !== undefined && text in dialogs
const isField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/** `/` and `?` anywhere but in a field, `g` and a letter for a page, and whatever carries `data-open`. */
export function Shortcuts() {
  const router = useRouter()
  const [shown, setShown] = useState<{ Shown: Dialog } | null>(null)
  const goesUntil = useRef(0)
  useEffect(() => {
    const open = (name: Name) => dialogs[name]().then(({ default: Shown }) => setShown({ Shown }))
    const press = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey } = event
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || isField(target)) return
      if (document.querySelector('dialog[open]')) return
      const page = Date.now() < goesUntil.current ? pages.find((one) => one.key === key) : undefined
      goesUntil.current = key === 'g' ? Date.now() + goesWithinMs : 0
      if (page) router.push(page.href)
      else if (key === '/' || key === '?') open(key === '/' ? 'search' : 'keys')
      else return
      event.preventDefault()
    }
    const click = (event: MouseEvent) => {
      const name =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-open]')?.dataset.open : undefined
      if (!isName(name) || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(name)
    }
    document.addEventListener('keydown', press)
    document.addEventListener('click', click)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('click', click)
    }
  }, [router])
  // The event of a closing comes after the dialog has closed: by then the next one may be open.
  const close = () => setShown((now) => (now === shown ? null : now))
  return shown && <shown.Shown onClose={close} />
}
