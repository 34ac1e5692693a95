'use client'

import { useLanguage } from '#language'
import { useTexts } from '../i18n/texts'
import { frameTexts } from '../messages/frame'
import { Icon } from './Icon'
import { useCopy } from './useCopy'

/** Copies the link of a view. The language goes with it, so that the link shows to others what it shows here. */
export function CopyLink({ href }: { href: string }) {
  const texts = useTexts(frameTexts)
  const language = useLanguage()
  const { state, copy } = useCopy()
  const copyHref = () => {
    const url = new URL(href, location.href)
    url.searchParams.set('lang', language)
    // A colon is legal in a query and reads better.
    return copy(url.href.replaceAll('%3A', ':'))
  }
  return (
    <span className="relative">
      <button type="button" className="icon-button" onClick={copyHref} title={texts.copy} aria-label={texts.copy}>
        <Icon name={state === 'copied' ? 'done' : 'link'} />
      </button>
      <span role="status" className={state === 'idle' ? 'sr-only' : 'bubble'}>
        {state === 'copied' && texts.copied}
        {state === 'refused' && texts.notCopied}
      </span>
    </span>
  )
}
