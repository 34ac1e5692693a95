import Link from 'next/link'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { HitView, SignalView } from '@/lib/api/signals/schema'
import { aboutHref, dayOfSignal } from './links'

/** A signal, or a hit that is not stored. */
type Told = HitView | SignalView

const isStored = (hit: Told): hit is SignalView => 'id' in hit

/** What happened, with the way to what it is of and, where they have no column, its listing and source. */
function What({ hit, asOf }: { hit: Told; asOf: string | null }) {
  const [{ table }, say] = [useTexts(signalsTexts), useStored()]
  const source = say(hit.source ?? '', hit.sourceZh)
  return (
    <>
      {say(hit.text, hit.textZh)}
      <span className="mt-0.5 flex flex-wrap gap-x-3 text-faint text-small">
        {isStored(hit) && (
          <Link
            className="quiet-link md:hidden"
            href={hrefWith('/signals', {}, { rule: hit.rule, asOf })}
            prefetch={false}
          >
            {say(hit.ruleName, hit.ruleNameZh)}
          </Link>
        )}
        {hit.listing && (
          <Link
            className="link md:hidden"
            href={hrefWith(listingHref(hit.listing.symbol), {}, { asOf })}
            prefetch={false}
          >
            {hit.listing.symbol}
          </Link>
        )}
        {hit.about && (
          <Link
            className="link"
            href={aboutHref(hit.about, asOf)}
            prefetch={false}
            title={say(hit.about.title, hit.about.titleZh)}
          >
            {table.about[hit.about.kind]}
          </Link>
        )}
        {source && <span className="md:hidden">{source}</span>}
      </span>
    </>
  )
}

function Row({ hit, asOf }: { hit: Told; asOf: string | null }) {
  const [{ table }, say, { day, moment }] = [useTexts(signalsTexts), useStored(), useFormat()]
  const known = table.known(moment(hit.knownAt))
  return (
    <tr>
      <td
        className="break-keep align-top text-soft max-sm:whitespace-normal!"
        title={isStored(hit) ? `${known} · ${table.found(moment(hit.foundAt))}` : known}
      >
        {day(dayOfSignal(hit))}
      </td>
      <td className="text min-w-48 whitespace-normal! align-top">
        <What {...{ hit, asOf }} />
      </td>
      {isStored(hit) && (
        <td className="text align-top max-md:hidden">
          <Link className="quiet-link" href={hrefWith('/signals', {}, { rule: hit.rule, asOf })} prefetch={false}>
            {say(hit.ruleName, hit.ruleNameZh)}
          </Link>
        </td>
      )}
      <td className="text align-top max-md:hidden">
        {hit.listing ? (
          <Link
            className="quiet-link"
            href={hrefWith(listingHref(hit.listing.symbol), {}, { asOf })}
            prefetch={false}
            title={say(hit.listing.name, hit.listing.nameZh)}
          >
            {hit.listing.symbol}
          </Link>
        ) : (
          <span className="text-faint">–</span>
        )}
      </td>
      <td className="text max-w-56 whitespace-normal! align-top text-faint text-small max-md:hidden">
        {say(hit.source ?? '–', hit.sourceZh)}
      </td>
    </tr>
  )
}

/** Signals or hits as a table, in the order given; on narrow screens rule, listing and source fold under the sentence. `label` is the title of its panel. */
export function HitTable({ hits, asOf, label }: { hits: readonly Told[]; asOf: string | null; label: string }) {
  const { table } = useTexts(signalsTexts)
  const folded = 'max-md:hidden'
  return (
    <Wide label={label}>
      <table className="figures" data-testid="hits">
        <TableHead
          columns={[
            { name: table.when },
            { name: table.what, words: true },
            ...(hits.some(isStored) ? [{ name: table.rule, words: true, className: folded }] : []),
            { name: table.listing, words: true, className: folded },
            { name: table.source, words: true, className: folded },
          ]}
        />
        <tbody>
          {hits.map((hit) => (
            <Row key={isStored(hit) ? hit.id : hit.cause} {...{ hit, asOf }} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
