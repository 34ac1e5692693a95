'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { board } from '@/app/_ui/messages/board'
import { hrefWith, type Query } from '@/app/_ui/url'
import type { EventEntry } from './entries'

interface EventListProps {
  readonly entries: readonly EventEntry[]
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  /** Entry to bring into view; changes identity when it is to be done again. */
  readonly opened: { readonly number: number } | null
  readonly offChart: (entry: EventEntry) => boolean
  readonly query: Query
  readonly none?: string
}

/** The events in order of time, with the numbers they have on the chart. */
export function EventList({ entries, active, onActive, opened, offChart, query, none }: EventListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const item = opened && list.current?.querySelector<HTMLElement>(`[data-number="${opened.number}"]`)
    if (!item || !list.current?.parentElement) return
    const box = list.current.parentElement
    if (box.scrollHeight > box.clientHeight) box.scrollTop = item.offsetTop - 8
    else item.scrollIntoView({ block: 'center' })
    item.querySelector('a')?.focus({ preventScroll: true })
  }, [opened])
  if (entries.length === 0) return <p className="px-4 pb-4 text-soft">{none ?? board.events.none}</p>
  return (
    <ol ref={list} className="pb-2" data-testid="events">
      {entries.map((entry) => (
        <li
          key={entry.slug}
          data-number={entry.number}
          onMouseEnter={() => onActive([entry.number])}
          onMouseLeave={() => onActive([])}
          className={`fade group relative flex gap-2.5 px-4 py-1.5 ${active.includes(entry.number) ? 'bg-well' : ''}`}
        >
          <span
            aria-hidden="true"
            className={`mt-0.5 h-[18px] min-w-5 shrink-0 rounded-full border text-center font-semibold text-[0.6875rem] leading-4 ${
              active.includes(entry.number) ? 'border-ink bg-ink text-panel' : 'border-line-strong text-soft'
            } ${offChart(entry) ? 'border-dashed' : ''}`}
          >
            {entry.number}
          </span>
          <div className="min-w-0 grow">
            <p className="text-faint text-small" title={entry.timeNote}>
              {entry.when} · {entry.precision}
            </p>
            <Link
              href={`/events/${entry.slug}`}
              prefetch={false}
              className="quiet-link font-medium leading-5"
              onFocus={() => onActive([entry.number])}
              onBlur={() => onActive([])}
            >
              {entry.title}
            </Link>
            <p className="truncate text-faint text-small">
              {[
                entry.listings.join(', '),
                entry.tags.join(', '),
                entry.confirmed ? '' : board.events.unconfirmed,
                offChart(entry) ? board.events.offChart : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {entry.placed && !offChart(entry) && (
              <Link
                href={hrefWith('/', query, { base: `event:${entry.slug}` })}
                scroll={false}
                prefetch={false}
                title={`${board.events.rebase}: ${entry.title}`}
                className="no-print absolute right-3 bottom-1.5 rounded bg-well px-1.5 text-link text-small opacity-0 focus:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
              >
                {board.events.rebase}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
