import Link from 'next/link'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'

type FilterName = 'state' | 'topic' | 'tag' | 'listing'

/** One filter with what can be chosen. */
export interface ListChoice {
  readonly name: FilterName
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

interface ListFilterProps {
  readonly path: string
  readonly choices: readonly ListChoice[]
  readonly filter: Readonly<Partial<Record<FilterName | 'q', string>>>
  readonly count: string
}

/** What to show of a list: a form whose choices end up in the URL, with or without script. */
export function ListFilter({ path, choices, filter, count }: ListFilterProps) {
  const texts = useTexts(thingTexts).filter
  const place = 'flex min-w-0 grow basis-36 flex-col gap-0.5 text-faint text-small sm:max-w-56'
  return (
    <form action={path} aria-label={texts.label} className="flex flex-wrap items-end gap-2">
      {choices.map(({ name, options }) => (
        <label key={name} className={place}>
          {texts[name]}
          <select name={name} defaultValue={filter[name] ?? ''} className="field">
            <option value="">{texts.all}</option>
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className={place}>
        {texts.q}
        <input name="q" type="search" defaultValue={filter.q} className="field" autoComplete="off" />
      </label>
      <button type="submit" className="button h-[1.625rem] px-3 text-small">
        {texts.go}
      </button>
      <span className="self-center text-faint text-small" role="status">
        {count}
      </span>
      {Object.values(filter).some(Boolean) && (
        <Link href={path} prefetch={false} className="link self-center text-small">
          {texts.clear}
        </Link>
      )}
    </form>
  )
}
