import { Change } from '@/app/_ui/Change'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { revenueTexts } from '@/app/_ui/messages/revenue'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { Quarter } from './quarters'

/** Every stored quarter, newest first, in millions of the currency. */
export function RevenueTable({ quarters, currency }: { quarters: readonly Quarter[]; currency: string }) {
  const [texts, common, { day, moment }] = [useTexts(revenueTexts), useTexts(commonTexts), useFormat()]
  const { head } = texts
  return (
    <Wide label={texts.title}>
      <table className="figures">
        <TableHead
          columns={[
            { name: head.quarter },
            { name: head.value(currency) },
            { name: head.year },
            { name: head.known },
            { name: head.note, words: true },
          ]}
        />
        <tbody>
          {[...quarters].reverse().map((quarter) => (
            <tr key={quarter.label}>
              <td title={texts.ends(day(quarter.end))}>{quarter.label}</td>
              <td title={[common.source(quarter.source), texts.known(moment(quarter.knownAt))].join(' · ')}>
                {formatNumber(quarter.value / 1e6, 2)}
              </td>
              <td>
                <Change fraction={quarter.yearOnYear} digits={1} />
              </td>
              <td className="text-soft">{day(quarter.knownAt.slice(0, 10))}</td>
              <td className="text text-faint text-small" title={quarter.derived ? texts.derived : undefined}>
                {[quarter.derived ? texts.derivedShort : '', quarter.precision && texts.precision(quarter.precision)]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
