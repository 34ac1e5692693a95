'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { matching } from '@/lib/api/search/match'
import { Icon } from '../frame/Icon'
import { useTexts } from '../i18n/texts'
import { searchTexts } from '../messages/search'
import { Dialog } from '../shell/Dialog'
import { RowsSkeleton } from '../states/Skeleton'
import { FindText } from './FindText'
import { findHref } from './finds'
import { useFinds } from './useFinds'

const most = 30
const optionId = (index: number) => `find-${index}`

/** The search over everything: a field, and the finds under it that the arrow keys walk. Without a word it offers the pages and listings. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const texts = useTexts(searchTexts)
  const asOf = useSearchParams().get('asOf')
  const { finds, state } = useFinds(asOf)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const empty = query.trim() === ''
  const found = empty ? finds.filter(({ kind }) => kind === 'page' || kind === 'listing') : matching(finds, query)
  const shown = found.slice(0, most)
  const option = (index: number) => list.current?.querySelector<HTMLElement>(`#${optionId(index)}`)
  useEffect(() => {
    list.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const press = (event: KeyboardEvent) => {
    // Enter that ends the composing of a Chinese word is not an answer.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setActive((active + step + shown.length) % Math.max(shown.length, 1))
    else if (event.key === 'Enter') option(active)?.click()
    else return
    event.preventDefault()
  }
  const say = state === 'failed' ? texts.failed : found.length === 0 && state === 'there' ? texts.none(query) : ''
  return (
    <Dialog label={texts.label} onClose={onClose} className="top-[10vh] w-xl">
      <div className="flex items-center gap-2 border-line border-b px-4 text-faint">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={texts.label}
          aria-expanded={shown.length > 0}
          aria-controls="finds"
          aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          placeholder={texts.placeholder}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value)
            setActive(0)
          }}
          onKeyDown={press}
          className="h-11 min-w-0 grow bg-transparent text-ink text-lead outline-none placeholder:text-faint"
        />
      </div>
      <div className="h-80 overflow-y-auto p-1" aria-busy={state === 'loading'}>
        <div ref={list} id="finds" role="listbox" aria-label={texts.results}>
          {shown.map((find, index) => (
            <Link
              key={`${find.kind}:${find.slug}`}
              id={optionId(index)}
              href={findHref(find, asOf)}
              prefetch={false}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseMove={() => setActive(index)}
              onClick={(event) => event.currentTarget.closest('dialog')?.close()}
              className={`flex items-baseline gap-3 rounded-md px-3 py-1.5 ${index === active ? 'bg-well' : ''}`}
            >
              <FindText find={find} />
            </Link>
          ))}
        </div>
        {state === 'loading' && <RowsSkeleton label={texts.loading} rows={4} />}
        {say && <p className="px-3 py-2 text-soft">{say}</p>}
      </div>
      <p className="flex justify-between gap-4 border-line border-t px-4 py-1.5 text-faint text-small">
        <span role="status">{state === 'loading' || empty ? '' : texts.found(found.length)}</span>
        <span className="max-md:hidden">{texts.hint}</span>
      </p>
    </Dialog>
  )
}
