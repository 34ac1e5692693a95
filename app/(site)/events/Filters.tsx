import Link from 'next/link'
import {
  type EventFilter,
  type EventRow,
  type FacetName,
  facetCounts,
  facetNames,
  filtered,
  resultsChoices,
  rowVerdicts,
} from '@/app/_data/eventFilter'
import { Icon } from '@/app/_ui/frame/Icon'
import { Menu } from '@/app/_ui/frame/Menu'
import { useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import { useFacetNames } from './useFacetNames'

export const path = '/events'

interface FiltersProps {
  readonly all: readonly EventRow[]
  readonly filter: EventFilter
  readonly query: Query
}

/** One filter with many values: a button that says what is set, and a list of links with how many events each leaves. */
function FacetMenu({ all, filter, query, name }: FiltersProps & { name: FacetName }) {
  const { filters } = useTexts(eventsTexts)
  const named = useFacetNames(all)
  const set = filter[name]
  const counts = facetCounts(all, filter, name)
  const whole = filtered(all, { ...filter, [name]: null }).length
  const choices = [
    { value: null, text: filters.all, n: whole },
    ...[...counts].map(([value, n]) => ({ value, text: named(name, value), n })),
  ]
  const text = filters.one(filters[name], set === null ? filters.all : named(name, set))
  return (
    <Menu
      label={text}
      face={`inline-flex h-[26px] cursor-pointer list-none items-center gap-0.5 whitespace-nowrap rounded-md border pr-1 pl-2 text-small hover:bg-well ${
        set === null ? 'border-line text-soft' : 'border-line-strong bg-well font-medium text-ink'
      }`}
      place="left-0 right-auto! max-h-80 overflow-y-auto max-sm:fixed max-sm:inset-x-4! max-sm:top-auto!"
      icon={
        <>
          {text} <Icon name="down" />
        </>
      }
    >
      {choices.map(({ value, text: choice, n }) => (
        <Link
          key={value ?? ''}
          href={hrefWith(path, query, { [name]: value })}
          scroll={false}
          prefetch={false}
          aria-current={value === set ? 'true' : undefined}
          className="menu-item flex! justify-between gap-4"
        >
          {choice} <span className="text-faint">{n}</span>
        </Link>
      ))}
    </Menu>
  )
}

/** The filters of the list, all links: verdicts and results days at hand, the rest in menus; each choice tells how many events it leaves. */
export function Filters({ all, filter, query }: FiltersProps) {
  const { filters } = useTexts(eventsTexts)
  const named = useFacetNames(all)
  const count = (changes: Partial<EventFilter>) => filtered(all, { ...filter, ...changes }).length
  const verdicts = facetCounts(all, filter, 'verdict')
  const isSet = facetNames.some((name) => filter[name] !== null)
  return (
    <section aria-label={filters.label} className="no-print flex flex-wrap items-center gap-2">
      <Segmented
        label={filters.results}
        choices={resultsChoices.map((choice) => ({
          href: hrefWith(path, query, { results: choice === 'hidden' ? null : choice }),
          text: filters.counted(filters.resultsChoice[choice], count({ results: choice })),
          active: filter.results === choice,
        }))}
      />
      <Segmented
        label={filters.verdict}
        choices={[
          {
            href: hrefWith(path, query, { verdict: null }),
            text: filters.counted(filters.all, count({ verdict: null })),
            active: filter.verdict === null,
          },
          ...rowVerdicts
            .filter((verdict) => verdicts.has(verdict))
            .map((verdict) => ({
              href: hrefWith(path, query, { verdict }),
              text: filters.counted(named('verdict', verdict), verdicts.get(verdict) ?? 0),
              active: filter.verdict === verdict,
            })),
        ]}
      />
      {(['listing', 'topic', 'tag'] as const).map((name) => (
        <FacetMenu key={name} {...{ all, filter, query, name }} />
      ))}
      {isSet && (
        <Link
          className="link text-small"
          scroll={false}
          prefetch={false}
          href={hrefWith(path, query, { verdict: null, listing: null, topic: null, tag: null })}
        >
          {filters.clear}
        </Link>
      )}
    </section>
  )
}
