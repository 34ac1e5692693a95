import Link from 'next/link'
import { changeText, detectableText, refusalText } from '@/app/_study/words'
import { formatDay } from '@/app/_ui/format/date'
import { formatShare } from '@/app/_ui/format/number'
import { across } from '@/app/_ui/messages/across'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { Wide } from '@/app/_ui/Wide'
import type { AcrossRowView } from '@/lib/api/across/view'

const { rows: texts } = across

function Figures({ row }: { row: AcrossRowView }) {
  if (row.refusal) {
    return (
      <td colSpan={5} className="text min-w-56 whitespace-normal! text-soft text-small">
        {refusalText(row.refusal)}
      </td>
    )
  }
  return (
    <>
      <td className="font-medium">{changeText(row.car, 'log')}</td>
      <td className="text-soft">{detectableText(row.minimumDetectable)}</td>
      <td>{formatShare(row.p)}</td>
      <td>{formatShare(row.pHolmAll)}</td>
      <td>{formatShare(row.pFalseDiscovery)}</td>
    </>
  )
}

/** The headline of each event and listing, linked to its study. */
export function RowTable({ items, asOf }: { items: readonly AcrossRowView[]; asOf: string | null }) {
  const { head } = texts
  return (
    <Panel title={texts.title} note={texts.note}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures" data-testid="rows">
            <thead>
              <tr>
                <th scope="col">{head.event}</th>
                {[head.listing, head.verdict].map((text) => (
                  <th scope="col" className="text max-sm:hidden" key={text}>
                    {text}
                  </th>
                ))}
                {[head.day0, head.car, head.least, head.p, head.pHolm, head.pRate].map((text) => (
                  <th scope="col" key={text}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={`${row.event} ${row.symbol}`}>
                  <td className="min-w-44 whitespace-normal!">
                    <Link
                      href={hrefWith(`/events/${row.event}`, {}, { listing: row.symbol, asOf })}
                      prefetch={false}
                      className="quiet-link font-medium"
                    >
                      {row.title}
                    </Link>
                    <span className="mt-1 flex flex-wrap items-center gap-2 text-soft text-small sm:hidden">
                      {row.name} <VerdictBadge of="study" verdict={row.verdict} />
                    </span>
                    {row.sharedWith !== null && (
                      <span className="block text-faint text-small">{texts.shared(row.sharedWith)}</span>
                    )}
                  </td>
                  <td className="text max-sm:hidden" title={row.symbol}>
                    {row.name}
                  </td>
                  <td className="text max-sm:hidden">
                    <VerdictBadge of="study" verdict={row.verdict} />
                  </td>
                  <td>{formatDay(row.day0)}</td>
                  <Figures row={row} />
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
