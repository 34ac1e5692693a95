import type { EventEntry } from '@/app/_ui/events/entries'
import { useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { compareTexts } from '@/app/_ui/messages/compare'
import { basePresets } from '@/app/_ui/presets'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import { Field } from './Field'

const isDate = (base: string) => /^\d{4}-\d{2}-\d{2}$/.test(base)

function years(entries: readonly EventEntry[]) {
  const groups = new Map<string, EventEntry[]>()
  for (const entry of [...entries].reverse()) {
    const year = entry.markDate.slice(0, 4)
    groups.set(year, [...(groups.get(year) ?? []), entry])
  }
  return [...groups]
}

/** Where the lines are 100: presets, any date, or any event that can be placed to the day. `base` is as the URL has it. */
export function BaseChoice({ query, base, entries }: { query: Query; base: string; entries: readonly EventEntry[] }) {
  const texts = useTexts(compareTexts).base
  const { presets } = useTexts(boardTexts)
  return (
    <div className="space-y-2">
      <Segmented
        label={texts.presets}
        choices={basePresets.map((preset) => ({
          href: hrefWith('/compare', query, { base: preset.base, rebase: null }),
          ...presets[preset.name],
          active: preset.base === base,
        }))}
      />
      <Field query={query} name="base" go={texts.go} chosen={base}>
        <input
          type="date"
          name="base"
          aria-label={texts.date}
          title={texts.date}
          defaultValue={isDate(base) ? base : undefined}
          min="2024-01-02"
          required
          className="field min-w-0 grow"
        />
      </Field>
      <Field query={query} name="base" go={texts.go} chosen={base}>
        <select
          name="base"
          aria-label={texts.event}
          title={texts.event}
          defaultValue={base.startsWith('event:') ? base : ''}
          required
          className="field min-w-0 grow"
        >
          <option value="" disabled>
            {texts.choose}
          </option>
          {years(entries.filter(({ placed }) => placed)).map(([year, of]) => (
            <optgroup key={year} label={year}>
              {of.map(({ slug, title, number }) => (
                <option key={slug} value={`event:${slug}`}>
                  {number}. {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <p className="text-faint text-small">{texts.eventNote}</p>
    </div>
  )
}
