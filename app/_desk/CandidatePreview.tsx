import { formatPlain, formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { candidatesTexts } from '@/app/_ui/messages/candidates'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { AdjustedPreview } from '@/lib/api/quarantine/schema'
import { CloseChart } from './CloseChart'

/** Sessions on each side of the ex-date in the table. */
const rowsAround = 4

/** The closes around a split, adjusted without it and with it: as lines, and the days around it as a table. */
export function CandidatePreview({ preview }: { preview: AdjustedPreview }) {
  const [texts, held, { day }] = [useTexts(candidatesTexts), useTexts(quarantineTexts).detail, useFormat()]
  const { session, before, after, raw, exDate, numerator, denominator } = preview
  if (session.length === 0) return <p className="px-4 pb-2 text-soft">{held.none}</p>
  const first = session.findIndex((one) => one >= exDate)
  const at = first < 0 ? session.length - 1 : first
  const what = texts.split(`${formatPlain(numerator)}:${formatPlain(denominator)}`, day(exDate))
  const marks = first < 0 ? [] : [{ index: at, value: after[at] ?? 0, text: what }]
  const from = Math.max(0, at - rowsAround)
  return (
    <div className="space-y-2">
      <p className="px-4 text-soft">{what}</p>
      <CloseChart
        label={`${texts.preview}: ${what}`}
        sessions={session}
        lines={[
          { name: texts.before, values: before, tone: 'faint', dashed: true },
          { name: texts.after, values: after, tone: 'link' },
        ]}
        marks={marks}
      />
      <Wide label={texts.preview}>
        <table className="figures tight">
          <TableHead
            columns={[
              { name: held.session },
              { name: texts.raw },
              { name: texts.before },
              { name: texts.after },
              { name: '', words: true },
            ]}
          />
          <tbody>
            {session.slice(from, at + rowsAround).map((one, i) => (
              <tr key={one} className={one === exDate ? 'font-medium' : ''}>
                <td>{day(one)}</td>
                <td>{formatPrice(raw[from + i])}</td>
                <td>{formatPrice(before[from + i])}</td>
                <td>{formatPrice(after[from + i])}</td>
                <td className="text text-soft">{preview.held[from + i] ? held.heldMark : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </div>
  )
}
