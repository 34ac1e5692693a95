'use client'

import { useRef, useState } from 'react'
import { useLanguage } from '#language'
import { useTexts } from '../i18n/texts'
import { frameTexts } from '../messages/frame'
import { Icon } from './Icon'

const shownMs = 2_000

/** Copies the link of a view. The language goes with it, so that the link shows to others what it shows here. */
export function CopyLink({ href }: { href: string }) {
  const texts = useTexts(frameTexts)
  const language = useLanguage()
  const [said, setSaid] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const copy = async () => {
    const url = new URL(href, location.href)
    url.searchParams.set('lang', language)
    // A colon is legal in a query and reads better.
    const text = url.href.replaceAll('%3A', ':')
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(done ? texts.copied : texts.notCopied)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSaid(''), shownMs)
  }
  return (
    <span className="relative">
      <button type="button" className="icon-button" onClick={copy} title={texts.copy} aria-label={texts.copy}>
        <Icon name={said === texts.copied ? 'done' : 'link'} />
      </button>
      <span role="status" className={said ? 'bubble' : 'sr-only'}>
        {said}
      </span>
    </span>
  )
}
