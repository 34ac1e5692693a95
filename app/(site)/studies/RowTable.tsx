import Link from 'next/link'
import { changeText, detectableText, useStudyWords } from '@/app/_study/words'
import { formatShare } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { acrossTexts } from '@/app/_ui/messages/across'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { Wide } from '@/app/_ui/Wide'
import type { AcrossRowView } from '@/lib/api/across/view'

function Figures({ row }: { row: AcrossRowView }) {
  const words = useStudyWords()
  if (row.refusal) {
    return (
      <td colSpan={5} className="text min-w-56 whitespace-normal! text-soft text-small">
        {words.refusal(row.refusal)}
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
  const [texts, say, { day }] = [useTexts(acrossTexts).rows, useStored(), useFormat()]
  const { head } = texts
  const titles = new Map(items.map(({ event, title, titleZh }) => [event, say(title, titleZh)]))
  return (
    <Panel title={texts.title} note={texts.note}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures" data-testid="rows">
            <TableHead
              columns={[
                { name: head.event },
                ...[head.listing, head.verdict].map((name) => ({ name, words: true, className: 'max-sm:hidden' })),
                ...[head.day0, head.car, head.least, head.p, head.pHolm, head.pRate].map((name) => ({ name })),
              ]}
            />
            <tbody>
              {items.map((row) => (
                <tr key={`${row.event} ${row.symbol}`}>
                  <td className="min-w-44 whitespace-normal!">
                    <Link
                      href={hrefWith(`/events/${row.event}`, {}, { listing: row.symbol, asOf })}
                      prefetch={false}
                      className="quiet-link font-medium"
                    >
                      {say(row.title, row.titleZh)}
                    </Link>
                    <span className="mt-1 flex flex-wrap items-center gap-2 text-soft text-small sm:hidden">
                      {say(row.name, row.nameZh)} <VerdictBadge of="study" verdict={row.verdict} />
                    </span>
                    {row.sharedWith !== null && (
                      <span className="block text-faint text-small">
                        {texts.shared(titles.get(row.sharedWith) ?? row.sharedWith)}
                      </span>
                    )}
                  </td>
                  <td className="text max-sm:hidden" title={row.symbol}>
                    {say(row.name, row.nameZh)}
                  </td>
                  <td className="text max-sm:hidden">
                    <VerdictBadge of="study" verdict={row.verdict} />
                  </td>
                  <td>{day(row.day0)}</td>
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
