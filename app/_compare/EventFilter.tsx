import { filtersOf } from '@/app/_data/compare'
import { useEventTime } from '@/app/_ui/events/time'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { compareTexts } from '@/app/_ui/messages/compare'
import type { Query } from '@/app/_ui/url'
import type { EventView } from '@/lib/api/events/view'
import { Field } from './Field'

/** Which events the chart marks: all, none, or those of one tag or topic. */
export function EventFilter({ query, filter, events }: { query: Query; filter: string; events: readonly EventView[] }) {
  const texts = useTexts(compareTexts).events
  const say = useStored()
  const { tag } = useEventTime()
  const { tags, topics } = filtersOf(events)
  return (
    <Field query={query} name="events" go={texts.go} chosen={filter}>
      <select name="events" aria-label={texts.label} defaultValue={filter} className="field min-w-0 grow">
        <option value="all">{texts.all}</option>
        <option value="none">{texts.none}</option>
        <optgroup label={texts.tags}>
          {tags.map((one) => (
            <option key={one} value={one}>
              {tag(one)}
            </option>
          ))}
        </optgroup>
        <optgroup label={texts.topics}>
          {topics.map(({ slug, name, nameZh }) => (
            <option key={slug} value={slug}>
              {say(name, nameZh)}
            </option>
          ))}
        </optgroup>
      </select>
    </Field>
  )
}
