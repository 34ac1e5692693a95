import Link from 'next/link'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { hrefWith, type Query, queryValue } from '@/app/_ui/url'
import type { ListingView } from '@/lib/api/listings/view'
import type { RuleView } from '@/lib/api/rules/schema'

export const path = '/signals'

interface SignalFiltersProps {
  readonly query: Query
  readonly filter: Readonly<Partial<Record<'listing' | 'rule' | 'from' | 'to', string>>>
  readonly rules: readonly RuleView[]
  readonly listings: readonly ListingView[]
}

/** Which signals the list shows: a form that needs no script and writes the URL. */
export function SignalFilters({ query, filter, rules, listings }: SignalFiltersProps) {
  const [{ filter: texts }, say] = [useTexts(signalsTexts), useStored()]
  const asOf = queryValue(query, 'asOf')
  const field = 'flex items-center gap-1.5 text-faint text-small max-sm:w-full max-sm:justify-between'
  return (
    <form
      action={path}
      aria-label={texts.label}
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-2"
      key={JSON.stringify(filter)}
    >
      {asOf !== undefined && <input type="hidden" name="asOf" value={asOf} />}
      <label className={field}>
        {texts.rule}
        <select name="rule" defaultValue={filter.rule ?? ''} className="field max-w-56">
          <option value="">{texts.all}</option>
          {rules.map(({ slug, name, nameZh }) => (
            <option key={slug} value={slug}>
              {say(name, nameZh)}
            </option>
          ))}
        </select>
      </label>
      <label className={field}>
        {texts.listing}
        <select name="listing" defaultValue={filter.listing ?? ''} className="field max-w-56">
          <option value="">{texts.all}</option>
          {listings.map(({ symbol, name, nameZh }) => (
            <option key={symbol} value={symbol}>
              {say(name, nameZh)} · {symbol}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className={field}>
          {texts[name]}
          <input type="date" name={name} defaultValue={filter[name]} className="field" />
        </label>
      ))}
      <button type="submit" className="button h-[26px] px-3 text-small">
        {texts.show}
      </button>
      {Object.keys(filter).length > 0 && (
        <Link className="link text-small" href={hrefWith(path, {}, { asOf: asOf ?? null })} prefetch={false}>
          {texts.clear}
        </Link>
      )}
    </form>
  )
}
