'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Badge, type Tone } from '@/app/_ui/Badge'
import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { TextArea } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { Empty } from '@/app/_ui/states/Empty'
import { Wide } from '@/app/_ui/Wide'
import type { QuarantineOutcomes, QuarantineRowView } from '@/lib/api/quarantine/schema'

const tones: Readonly<Record<QuarantineRowView['state'], Tone>> = {
  held: 'warn',
  released: 'good',
  rejected: 'bad',
  superseded: 'plain',
}
const path = '/api/v1/quarantine/bulk'

function Row(props: { row: QuarantineRowView; chosen: boolean; onChoose: (chosen: boolean) => void }) {
  const { row, chosen, onChoose } = props
  const [texts, say, { moment }] = [useTexts(quarantineTexts), useStored(), useFormat()]
  const what = `${texts.kinds[row.entity]} ${row.key}`
  return (
    <tr data-row={row.id}>
      <td className="align-top">
        {row.state === 'held' && (
          <input
            type="checkbox"
            className="size-4 accent-link"
            aria-label={texts.choose(`${what}, ${row.listing ?? row.feed}`)}
            checked={chosen}
            onChange={({ target }) => onChoose(target.checked)}
          />
        )}
      </td>
      <td className="text align-top">
        <Link href={`/admin/quarantine/${row.id}`} prefetch={false} className="link">
          {what}
        </Link>
      </td>
      <td className="text align-top">{row.listing}</td>
      <td className="text align-top text-soft">{say(row.feedName, row.feedNameZh)}</td>
      <td className="text wrap-anywhere min-w-72 whitespace-normal! align-top text-soft">{row.reason}</td>
      <td className="text align-top text-soft">{moment(row.heldAt)}</td>
      <td className="text align-top">
        <Badge tone={tones[row.state]}>{texts.states[row.state]}</Badge>
      </td>
    </tr>
  )
}

/** What became of the rows that were answered together. */
function Outcomes({ items }: QuarantineOutcomes) {
  const texts = useTexts(quarantineTexts)
  const refused = items.filter(({ outcome }) => outcome === 'refused')
  return (
    <div role="status" className="rounded-md bg-well px-3 py-2 text-soft">
      <p>{texts.outcome(items.length - refused.length, refused.length)}</p>
      <ul className="list-disc pl-4 text-small">
        {refused.map(({ id, detail }) => (
          <li key={id} className="wrap-anywhere">
            {detail}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Held rows as a table, in which several can be chosen and answered together. `none` is said where there are none: what became of the last ones stays in sight then. */
export function Rows({ rows, none }: { rows: readonly QuarantineRowView[]; none: string }) {
  const texts = useTexts(quarantineTexts)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [outcomes, setOutcomes] = useState<QuarantineOutcomes | null>(null)
  const waiting = rows.filter(({ state }) => state === 'held').map(({ id }) => id)
  const ids = waiting.filter((id) => chosen.has(id))
  const choose = (id: number, on: boolean) =>
    setChosen(new Set([...ids.filter((one) => one !== id), ...(on ? [id] : [])]))
  const done = (data: unknown) => {
    setOutcomes(data as QuarantineOutcomes)
    setChosen(new Set())
  }
  const { head } = texts
  return (
    <div className="space-y-3">
      {outcomes && <Outcomes items={outcomes.items} />}
      {waiting.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <label className="flex items-center gap-2 text-soft">
            <input
              type="checkbox"
              className="size-4 accent-link"
              checked={ids.length === waiting.length}
              onChange={({ target }) => setChosen(new Set(target.checked ? waiting : []))}
            />
            {texts.chooseAll}
          </label>
          <span className="text-faint text-small" aria-live="polite">
            {texts.chosen(ids.length)}
          </span>
          {ids.length > 0 && (
            <>
              <ConfirmButton
                text={texts.release}
                title={texts.releaseMany(ids.length)}
                action={texts.release}
                tone="plain"
                request={{ method: 'POST', path, body: () => ({ ids, action: 'release' }) }}
                onDone={done}
              >
                <p className="text-soft">{texts.releaseText}</p>
              </ConfirmButton>
              <ConfirmButton
                text={texts.reject}
                title={texts.rejectMany(ids.length)}
                action={texts.reject}
                request={{
                  ...{ method: 'POST', path },
                  body: (fields) => ({ ids, action: 'reject', reason: String(fields.get('reason') ?? '') }),
                }}
                onDone={done}
              >
                <Field name="reason" label={texts.reason} hint={texts.reasonHint} optional>
                  <TextArea rows={2} />
                </Field>
              </ConfirmButton>
            </>
          )}
        </div>
      )}
      <div className="panel">
        {rows.length === 0 ? (
          <Empty text={none} />
        ) : (
          <Wide label={texts.title}>
            <table className="figures" data-testid="quarantine">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="sr-only">{head.choose}</span>
                  </th>
                  {[head.what, head.listing, head.feed, head.reason, head.held, head.state].map((name) => (
                    <th key={name} scope="col" className="text">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} chosen={chosen.has(row.id)} onChoose={(on) => choose(row.id, on)} />
                ))}
              </tbody>
            </table>
          </Wide>
        )}
      </div>
    </div>
  )
}
