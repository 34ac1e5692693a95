import { formatNumber } from '@/app/_ui/format/number'
import { type Format, useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { JudgedClaimView } from '@/lib/api/claims/view'

type Input = JudgedClaimView['inputs'][number]

/** A decimal with the places it is stored with (money at least two), a date as dates are written, other words as they are. */
function valueText({ value, unit }: Input, { day }: Format): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return day(value)
  return formatNumber(Number(value), Math.max(/^[A-Z]{3}$/.test(unit) ? 2 : 0, value.split('.')[1]?.length ?? 0))
}

function periodText({ period }: Input, { day, span }: Format): string {
  const [first, last] = period?.split(' to ') ?? []
  return first !== undefined && last !== undefined ? span(first, last) : day(period)
}

function Row({ input }: { input: Input }) {
  const [{ inputs: texts }, say, format] = [useTexts(claimsTexts), useStored(), useFormat()]
  const source = input.source && say(input.source, input.sourceZh)
  const document = input.document && say(input.document, input.documentZh)
  return (
    <tr>
      <td className="min-w-40 whitespace-normal! align-top">{say(input.name, input.nameZh)}</td>
      <td className="text align-top text-soft">{periodText(input, format)}</td>
      <td className="align-top">{valueText(input, format)}</td>
      <td className="text align-top text-soft">{say(input.unit, input.unitZh)}</td>
      <td className="text align-top text-soft">{format.moment(input.asOf)}</td>
      <td className="text min-w-44 whitespace-normal! align-top text-faint text-small">
        {source && document ? texts.from(source, document) : (source ?? document)}
      </td>
    </tr>
  )
}

/** Every figure a verdict rests on, with its unit, what it is of, and where it is from. */
export function InputsPanel({ inputs }: { inputs: readonly Input[] }) {
  const { title, note, head, none } = useTexts(claimsTexts).inputs
  return (
    <Panel title={title} note={note}>
      {inputs.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{none}</p>
      ) : (
        <Wide label={title}>
          <table className="figures" data-testid="inputs">
            <TableHead
              columns={[
                { name: head.name },
                { name: head.period, words: true },
                { name: head.value },
                { name: head.unit, words: true },
                { name: head.known, words: true },
                { name: head.source, words: true },
              ]}
            />
            <tbody>
              {inputs.map((input) => (
                <Row key={`${input.name} ${input.period}`} input={input} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
