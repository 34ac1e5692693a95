'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { DraftBadge } from '@/app/_ui/events/DraftBadge'
import { useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { hrefWith, type Query } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { MovedEntry, SideEffect } from './moved'
import { sideClass } from './sides'

interface MovedListProps {
  readonly entries: readonly MovedEntry[]
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  /** Entry to bring into view; changes identity when it is to be done again. */
  readonly opened: { readonly number: number } | null
  readonly offChart: (entry: MovedEntry) => boolean
  readonly query: Query
}

function Effect({ effect: { side, verdict, car, band } }: { effect: SideEffect }) {
  const { sides } = useTexts(boardTexts)
  const moved = verdict === 'moved'
  return (
    <span className={moved ? 'font-semibold' : 'text-faint'} title={band ?? undefined}>
      <span className={moved ? sideClass[side].text : ''}>{sides[side]}</span> {car ?? '–'}
    </span>
  )
}

function Entry({ entry, lit, off, query }: { entry: MovedEntry; lit: boolean; off: boolean; query: Query }) {
  const { moved } = useTexts(boardTexts)
  const kept = { asOf: typeof query.asOf === 'string' ? query.asOf : null }
  return (
    <>
      <span
        aria-hidden="true"
        className={`mt-0.5 h-[18px] min-w-5 shrink-0 rounded-full border text-center font-semibold text-[0.6875rem] leading-4 ${
          lit ? 'border-ink bg-ink text-panel' : 'border-line-strong text-soft'
        } ${off ? 'border-dashed' : ''}`}
      >
        {entry.number}
      </span>
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-2">
          <Link
            href={hrefWith(`/events/${entry.slug}`, {}, kept)}
            prefetch={false}
            className="quiet-link min-w-0 grow font-medium sm:truncate"
            title={entry.title}
          >
            {entry.title}
          </Link>
          {entry.draft ? <DraftBadge /> : <VerdictBadge of="study" verdict={entry.verdict} />}
        </div>
        <p className="flex flex-wrap items-baseline gap-x-3 text-small">
          <span className="text-faint" title={entry.timeNote}>
            {entry.when}
          </span>
          {entry.effects.map((effect) => (
            <Effect key={effect.side} effect={effect} />
          ))}
          {off && <span className="text-faint">{moved.offChart}</span>}
          {entry.placed && !off && (
            <Link
              href={hrefWith('/', query, { base: `event:${entry.slug}` })}
              scroll={false}
              prefetch={false}
              title={`${moved.rebase}: ${entry.title}`}
              className="no-print absolute right-3 bottom-1 rounded bg-well px-1.5 text-link opacity-0 focus:opacity-100 group-hover:opacity-100 pointer-coarse:static pointer-coarse:opacity-100"
            >
              {moved.rebase}
            </Link>
          )}
        </p>
      </div>
    </>
  )
}

/** The events with what each did to the two sides; pointing at one marks it on the chart. */
export function MovedList({ entries, active, onActive, opened, offChart, query }: MovedListProps) {
  const { none } = useTexts(boardTexts).moved
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const item = opened && list.current?.querySelector<HTMLElement>(`[data-number="${opened.number}"]`)
    if (!item || !list.current?.parentElement) return
    const box = list.current.parentElement
    if (box.scrollHeight > box.clientHeight) box.scrollTop = item.offsetTop - 8
    else item.scrollIntoView({ block: 'center' })
    item.querySelector('a')?.focus({ preventScroll: true })
  }, [opened])
  if (entries.length === 0) return <p className="px-4 pb-4 text-soft">{none}</p>
  return (
    <ol ref={list} className="pb-1" data-testid="events">
      {entries.map((entry) => {
        const lit = active.includes(entry.number)
        return (
          <li
            key={entry.slug}
            data-number={entry.number}
            onMouseEnter={() => onActive([entry.number])}
            onMouseLeave={() => onActive([])}
            onFocus={() => onActive([entry.number])}
            onBlur={() => onActive([])}
            className={`fade group relative flex gap-2.5 px-4 py-1 ${lit ? 'bg-well' : ''}`}
          >
            <Entry entry={entry} lit={lit} off={offChart(entry)} query={query} />
          </li>
        )
      })}
    </ol>
  )
}
