import type { EventRow, FacetName } from '@/app/_data/eventFilter'
import { useEventTime } from '@/app/_ui/events/time'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { verdictTexts } from '@/app/_ui/messages/verdict'

/** The values of the filters in words: names of topics and listings, tags, verdicts. */
export function useFacetNames(all: readonly EventRow[]): (name: FacetName, value: string) => string {
  const [{ filters }, say, { tag }] = [useTexts(eventsTexts), useStored(), useEventTime()]
  const verdicts: Readonly<Record<string, string>> = {
    ...useTexts(verdictTexts).study,
    unstudied: filters.unstudied,
  }
  return (name, value) => {
    if (name === 'verdict') return verdicts[value] ?? value
    if (name === 'tag') return tag(value)
    const named =
      name === 'topic'
        ? all.flatMap(({ event }) => event.topics).find(({ slug }) => slug === value)
        : all.flatMap(({ event }) => event.listings).find(({ symbol }) => symbol === value)
    return named ? say(named.name, named.nameZh) : value
  }
}
