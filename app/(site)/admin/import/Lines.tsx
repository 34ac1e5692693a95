'use client'

import { useLanguage } from '#language'
import { Changes } from '@/app/_ui/audit/Changes'
import { changesBetween } from '@/app/_ui/audit/changes'
import { Badge, type Tone } from '@/app/_ui/Badge'
import { expectationText } from '@/app/_ui/form/problemText'
import { useTexts } from '@/app/_ui/i18n/texts'
import { fieldName } from '@/app/_ui/messages/fields'
import { importTexts } from '@/app/_ui/messages/import'
import type { Json } from '@/lib/store/audit/command'
import type { RowOutcome } from '@/lib/store/bulk/outcome'

const tones: Readonly<Record<RowOutcome['outcome'], Tone>> = {
  create: 'good',
  update: 'warn',
  unchanged: 'plain',
  refused: 'bad',
}

// More than anybody reads; the page stays quick.
const mostShown = 300

function side(difference: RowOutcome['difference'], which: 'stored' | 'sent'): Json {
  return Object.fromEntries(difference.map((one) => [one.field, one[which] as Json]))
}

function Line({ row: { line, key, outcome, difference, fields } }: { row: RowOutcome }) {
  const [texts, language] = [useTexts(importTexts), useLanguage()]
  return (
    <li className="grid grid-cols-[4rem_1fr] gap-x-3 gap-y-1 px-4 py-2">
      <span className="text-faint text-small">
        {texts.line} {line}
      </span>
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="wrap-anywhere min-w-0 font-medium">{key ?? '–'}</span>
          <Badge tone={tones[outcome]}>{texts.outcomes[outcome]}</Badge>
        </p>
        {difference.length > 0 && (
          <Changes changes={changesBetween(side(difference, 'stored'), side(difference, 'sent'))} />
        )}
        {fields.length > 0 && (
          <ul className="list-disc pl-4 text-bad">
            {fields.map(({ name, detail }) => (
              <li key={`${name} ${detail}`} className="wrap-anywhere">
                {fieldName(language, name)}: {expectationText(language, detail)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** What would become of each line of a file: the refused ones first, those that change nothing left out. */
export function Lines({ lines }: { lines: readonly RowOutcome[] }) {
  const texts = useTexts(importTexts)
  const told = [
    ...lines.filter(({ outcome }) => outcome === 'refused'),
    ...lines.filter(({ outcome }) => outcome === 'create' || outcome === 'update'),
  ]
  if (told.length === 0) return <p className="px-4 py-3 text-soft">{texts.nothing}</p>
  return (
    <>
      <ol className="divide-y divide-line">
        {told.slice(0, mostShown).map((row) => (
          <Line key={row.line} row={row} />
        ))}
      </ol>
      {told.length > mostShown && (
        <p className="border-line border-t px-4 py-2 text-faint">{texts.more(told.length - mostShown)}</p>
      )}
    </>
  )
}
