import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { claims as texts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { JudgedClaimView } from '@/lib/api/claims/view'

const { title, note, head, none } = texts.inputs

/** A decimal with the places it is stored with (money at least two), a date as dates are written, other words as they are. */
function valueText(value: string, unit: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return formatDay(value)
  return formatNumber(Number(value), Math.max(/^[A-Z]{3}$/.test(unit) ? 2 : 0, value.split('.')[1]?.length ?? 0))
}

/** Every figure a verdict rests on, with its unit, what it is of, and where it is from. */
export function InputsPanel({ inputs }: { inputs: JudgedClaimView['inputs'] }) {
  return (
    <Panel title={title} note={note}>
      {inputs.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{none}</p>
      ) : (
        <Wide label={title}>
          <table className="figures" data-testid="inputs">
            <thead>
              <tr>
                <th scope="col">{head.name}</th>
                <th scope="col" className="text">
                  {head.period}
                </th>
                <th scope="col">{head.value}</th>
                <th scope="col" className="text">
                  {head.unit}
                </th>
                <th scope="col" className="text">
                  {head.known}
                </th>
                <th scope="col" className="text">
                  {head.source}
                </th>
              </tr>
            </thead>
            <tbody>
              {inputs.map((input) => (
                <tr key={`${input.name} ${input.period}`}>
                  <td className="min-w-40 whitespace-normal! align-top">{input.name}</td>
                  <td className="text align-top text-soft">{formatDay(input.period)}</td>
                  <td className="align-top">{valueText(input.value, input.unit)}</td>
                  <td className="text align-top text-soft">{input.unit}</td>
                  <td className="text align-top text-soft">{formatMoment(input.asOf)}</td>
                  <td className="text min-w-44 whitespace-normal! align-top text-faint text-small">
                    {[input.source, input.document].filter(Boolean).join(': ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
