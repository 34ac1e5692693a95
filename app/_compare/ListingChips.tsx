import Link from 'next/link'
import { LineKey } from '@/app/_ui/chart/LineKey'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { compareTexts } from '@/app/_ui/messages/compare'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'
import { mostCompared } from '@/lib/api/compare/view'
import type { ListingView } from '@/lib/api/listings/view'
import { Field } from './Field'
import { coloursOf } from './lines'

interface ListingChipsProps {
  readonly query: Query
  readonly symbols: readonly string[]
  readonly listings: readonly ListingView[]
  readonly asOf: string | null
}

/** The listings that are compared, each with a way out, and a choice of the others. */
export function ListingChips({ query, symbols, listings, asOf }: ListingChipsProps) {
  const texts = useTexts(compareTexts).listings
  const say = useStored()
  const colours = coloursOf(symbols)
  const others = listings.filter(({ symbol }) => !symbols.includes(symbol))
  return (
    <div className="space-y-2">
      <ul aria-label={texts.label} className="space-y-1">
        {symbols.map((symbol) => {
          const listing = listings.find((one) => one.symbol === symbol)
          const name = listing ? say(listing.name, listing.nameZh) : symbol
          const rest = symbols.filter((one) => one !== symbol).join()
          return (
            <li key={symbol} className="flex items-center gap-2 rounded-md bg-well py-1 pr-1 pl-2.5">
              {colours[symbol] && <LineKey colour={colours[symbol]} />}
              <Link
                href={hrefWith(listingHref(symbol), {}, { asOf })}
                prefetch={false}
                className="quiet-link min-w-0 truncate font-medium"
              >
                {name}
              </Link>
              <span className="grow whitespace-nowrap text-faint text-small">{symbol}</span>
              {symbols.length > 1 && (
                <Link
                  href={hrefWith('/compare', query, { symbols: rest, add: null })}
                  scroll={false}
                  prefetch={false}
                  className="icon-button no-print size-6!"
                  title={texts.remove(name)}
                  aria-label={texts.remove(name)}
                >
                  <span aria-hidden="true">×</span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      {symbols.length >= mostCompared ? (
        <p className="text-faint text-small">{texts.full(mostCompared)}</p>
      ) : (
        <Field query={query} name="add" go={texts.go} chosen={symbols.join()}>
          <select name="add" aria-label={texts.add} defaultValue="" required className="field min-w-0 grow">
            <option value="" disabled>
              {texts.choose}
            </option>
            {others.map(({ symbol, name, nameZh }) => (
              <option key={symbol} value={symbol}>
                {say(name, nameZh)} ({symbol})
              </option>
            ))}
          </select>
        </Field>
      )}
    </div>
  )
}
