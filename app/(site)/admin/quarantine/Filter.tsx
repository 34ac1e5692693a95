import Link from 'next/link'
import type { QuarantineChoice } from '@/app/_data/desk'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { heldEntities } from '@/lib/api/quarantine/schema'
import { quarantineStates } from '@/lib/store/quarantine/list'

interface FilterProps {
  readonly choice: QuarantineChoice
  readonly listings: readonly { readonly symbol: string }[]
  readonly feeds: readonly { readonly id: string; readonly name: string; readonly nameZh: string }[]
}

/** Which rows to show: a form whose choices end up in the URL, with or without script. */
export function Filter({ choice, listings, feeds }: FilterProps) {
  const [{ filter, states, kinds }, say] = [useTexts(quarantineTexts), useStored()]
  const place = 'flex min-w-0 grow basis-36 flex-col gap-0.5 text-faint text-small sm:max-w-52'
  const all = <option value="">{filter.all}</option>
  return (
    <form action="/admin/quarantine" className="flex flex-wrap items-end gap-2">
      <label className={place}>
        {filter.state}
        <select name="state" defaultValue={choice.state} className="field">
          {[...quarantineStates, 'all' as const].map((state) => (
            <option key={state} value={state}>
              {states[state]}
            </option>
          ))}
        </select>
      </label>
      <label className={place}>
        {filter.kind}
        <select name="entity" defaultValue={choice.entity ?? ''} className="field">
          {all}
          {heldEntities.map((entity) => (
            <option key={entity} value={entity}>
              {kinds[entity]}
            </option>
          ))}
        </select>
      </label>
      <label className={place}>
        {filter.listing}
        <select name="listing" defaultValue={choice.listing ?? ''} className="field">
          {all}
          {listings.map(({ symbol }) => (
            <option key={symbol}>{symbol}</option>
          ))}
        </select>
      </label>
      <label className={place}>
        {filter.feed}
        <select name="feed" defaultValue={choice.feed ?? ''} className="field">
          {all}
          {feeds.map(({ id, name, nameZh }) => (
            <option key={id} value={id}>
              {say(name, nameZh)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button h-[1.625rem] px-3 text-small">
        {filter.go}
      </button>
      <Link href="/admin/quarantine" prefetch={false} className="link self-center text-small">
        {filter.clear}
      </Link>
    </form>
  )
}
