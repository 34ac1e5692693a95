import Link from 'next/link'
import { type EventFilter, type EventRow, facetNames, filtered } from '@/app/_data/eventFilter'
import { useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith, type Query } from '@/app/_ui/url'
import { useFacetNames } from './useFacetNames'

interface NoMatchProps {
  readonly all: readonly EventRow[]
  readonly filter: EventFilter
  readonly path: string
  readonly query: Query
}

/** In place of the list where no event passes: which filter to loosen, and how many events that brings back. */
export function NoMatch({ all, filter, path, query }: NoMatchProps) {
  const texts = useTexts(eventsTexts)
  const named = useFacetNames(all)
  const ways = facetNames.flatMap((name) => {
    const set = filter[name]
    if (set === null) return []
    const n = filtered(all, { ...filter, [name]: null }).length
    const value = texts.filters.one(texts.filters[name], named(name, set))
    return [{ name, text: texts.without(value, n) }]
  })
  return (
    <Panel title={texts.table.title}>
      <div className="space-y-2 px-4 pb-4">
        <p>{all.length === 0 ? texts.noneStored : texts.none}</p>
        {ways.length > 0 && (
          <>
            <p className="text-soft">{texts.loosen}</p>
            <ul className="space-y-1">
              {ways.map(({ name, text }) => (
                <li key={name}>
                  <Link className="link" prefetch={false} href={hrefWith(path, query, { [name]: null })}>
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
            <p>
              <Link className="link" prefetch={false} href={path}>
                {texts.filters.clear}
              </Link>
            </p>
          </>
        )}
      </div>
    </Panel>
  )
}
