import { formatDay } from '@/app/_ui/format/date'
import { formatNumber, formatPrice, formatShare } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import type { StudyView } from '@/lib/api/study/schema'
import { Numbers } from './Numbers'
import { dayText } from './words'

const texts = study.car

/** The figures behind the chart: returns as the API gives them, so that they can be held against it. */
export function CarNumbers({ view, source }: { view: StudyView; source: string }) {
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
    <Numbers label={texts.title(view.listing.name)} note={texts.numbersNote(texts.kinds[view.settings.returns])}>
      <table className="figures" data-testid="car-numbers">
        <thead>
          <tr>
            <th scope="col">{head.day}</th>
            <th scope="col">{head.session}</th>
            {columns.map(({ text }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns are both called SE, t and p
              <th scope="col" key={i}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.days.map((day, row) => (
            <tr key={day} title={source}>
              <td>{dayText(day)}</td>
              <td>{formatDay(event.session[row])}</td>
              {columns.map(({ values, format }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={i}>{format(values?.[row] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  )
}

const figure = (value: number | null) => formatNumber(value, 4)
