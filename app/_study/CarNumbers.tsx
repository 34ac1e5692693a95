import { formatNumber, formatPrice, formatShare } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { TableHead } from '@/app/_ui/TableHead'
import type { StudyView } from '@/lib/api/study/schema'
import { Numbers } from './Numbers'
import { dayText } from './words'

/** The figures behind the chart: returns as the API gives them, so that they can be held against it. */
export function CarNumbers({ view, source }: { view: StudyView; source: string }) {
  const [texts, say, { day: date }] = [useTexts(studyTexts).car, useStored(), useFormat()]
  const event = view.input?.events[0]?.event
  if (event === undefined) return null
  const { head } = texts
  const columns = [
    { text: head.close(view.meta.currency), values: event.close, format: formatPrice },
    { text: head.firm, values: event.firm, format: figure },
    { text: head.market, values: event.market, format: figure },
    { text: head.expected, values: view.expected, format: figure },
    { text: head.ar, values: view.ar, format: figure },
    { text: head.arSe, values: view.arSe, format: figure },
    { text: head.arT, values: view.arT, format: formatNumber },
    { text: head.arP, values: view.arP, format: formatShare },
    { text: head.car, values: view.car, format: figure },
    { text: head.carSe, values: view.carSe, format: figure },
    { text: head.carT, values: view.carT, format: formatNumber },
    { text: head.carP, values: view.carP, format: formatShare },
    { text: head.carLo, values: view.carLo, format: figure },
    { text: head.carHi, values: view.carHi, format: figure },
    { text: head.bhar, values: view.bhar, format: figure },
  ]
  return (
    <Numbers
      label={texts.title(say(view.listing.name, view.listing.nameZh))}
      note={texts.numbersNote(texts.kinds[view.settings.returns])}
    >
      <table className="figures" data-testid="car-numbers">
        <TableHead columns={[head.day, head.session, ...columns.map(({ text }) => text)].map((name) => ({ name }))} />
        <tbody>
          {view.days.map((day, row) => (
            <tr key={day} title={source}>
              <td>{dayText(day)}</td>
              <td>{date(event.session[row])}</td>
              {columns.map(({ text, values, format }) => (
                <td key={text}>{format(values?.[row] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  )
}

const figure = (value: number | null) => formatNumber(value, 4)
