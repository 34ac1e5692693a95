import { formatPlain } from '@/app/_ui/format/number'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import type { JudgedClaimView } from '@/lib/api/claims/view'

/** The formula with its numbers, what it gives, and the two intervals that are set against each other; nothing when there is no arithmetic. */
export function ArithmeticPanel({ claim }: { claim: JudgedClaimView }) {
  const [{ arithmetic }, say] = [useTexts(claimsTexts), useStored()]
  const { formula, formulaZh, computed, interval, stated } = claim
  if (formula === null || computed === null) return null
  const range = ({ low, high }: { low: number; high: number }) => arithmetic.to(formatPlain(low), formatPlain(high))
  const rows = [
    { name: arithmetic.computed, value: `${formatPlain(computed.value)}`, note: '' },
    ...(interval ? [{ name: arithmetic.interval, value: range(interval), note: arithmetic.intervalNote }] : []),
    ...(stated ? [{ name: arithmetic.stated, value: range(stated), note: arithmetic.statedNote }] : []),
    { name: arithmetic.unit, value: say(computed.unit, computed.unitZh), note: '' },
  ]
  return (
    <Panel title={arithmetic.title}>
      <div className="space-y-3 px-4 pb-3">
        <ul className="space-y-1 rounded-md bg-well px-3 py-2 font-mono text-small">
          {say(formula, formulaZh)
            .split('; ')
            .map((line) => (
              <li key={line} className="break-words">
                {line}
              </li>
            ))}
        </ul>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
          {rows.map(({ name, value, note }) => (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd>
                {value} {note && <span className="text-faint text-small">{note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  )
}
