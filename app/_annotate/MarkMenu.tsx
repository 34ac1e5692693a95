'use client'

import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ChartMark } from '@/app/_ui/chart/model'
import { useFormat } from '@/app/_ui/format/useFormat'
import { Icon } from '@/app/_ui/frame/Icon'
import { useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { thingTexts } from '@/app/_ui/messages/things'
import type { MarkWrites } from './useMarkWrites'

interface MarkMenuProps {
  readonly marks: readonly ChartMark[]
  readonly writes: MarkWrites
  readonly onEdit: (slug: string) => void
  readonly onClose: () => void
}

/** What can be done to the events of a mark; the focus goes to the first thing, Escape closes. */
export function MarkMenu({ marks, writes, onEdit, onClose }: MarkMenuProps) {
  const [texts, { states }] = [useTexts(annotateTexts), useTexts(thingTexts)]
  const { span } = useFormat()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('li button')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    <div ref={box} role="dialog" aria-label={texts.menu.label} onKeyDown={onKeyDown} className="mark-card">
      <button type="button" className="icon-button float-right" aria-label={texts.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      <ul>
        {marks.map(({ number, title, date, end, href, draft, slug = '' }) => (
          <li key={slug} className="px-2 py-1">
            <span className="text-faint text-small">
              {number} · {span(date, end ?? null)}
              {draft && ` · ${states.draft}`}
            </span>
            <br />
            {href ? (
              <Link className="quiet-link font-medium" href={href} prefetch={false}>
                {title}
              </Link>
            ) : (
              title
            )}
            <div className="mt-1 flex flex-wrap gap-1">
              <button type="button" className="button px-2 text-small" onClick={() => onEdit(slug)}>
                {texts.menu.edit}
              </button>
              <button type="button" className="button px-2 text-small" onClick={() => writes.step(slug, 'earlier')}>
                {texts.menu.earlier}
              </button>
              <button type="button" className="button px-2 text-small" onClick={() => writes.step(slug, 'later')}>
                {texts.menu.later}
              </button>
              <button
                type="button"
                className="button px-2 text-small"
                onClick={() => writes.setStatus(slug, draft ? 'published' : 'draft')}
              >
                {draft ? texts.menu.publish : texts.menu.unpublish}
              </button>
              <button
                type="button"
                className="button px-2 text-small"
                onClick={() => {
                  onClose()
                  writes.setStatus(slug, 'archived')
                }}
              >
                {texts.menu.archive}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
