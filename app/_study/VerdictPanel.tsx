import type { ReactNode } from 'react'
import { formatShare } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { StudyView } from '@/lib/api/study/schema'
import { bandText, changeText, detectableText } from './words'

interface VerdictPanelProps {
  readonly view: StudyView
  /** The listings to choose from. */
  readonly aside: ReactNode
}

/** The answer of the page: the verdict, its sentence, and the few figures it rests on. */
export function VerdictPanel({ view, aside }: VerdictPanelProps) {
  const { headline, verdict } = view
  const { test } = headline
  const { head } = study.family
  const figures = [
    { name: head.car, value: changeText(test.car, 'log'), note: bandText(test, 'log') },
    { name: head.pHolm, value: formatShare(headline.pHolm), note: `${head.p} ${formatShare(test.p)}` },
    {
      name: head.placebo,
      value: formatShare(headline.placeboHolm),
      note: `${study.scorecard.rows.placebo} ${formatShare(headline.placeboP)}`,
    },
    { name: head.least, value: detectableText(headline.minimumDetectable), note: study.power },
  ]
  return (
    <Panel title={study.title(view.listing.name)} aside={aside}>
      <div className="px-4 pb-3">
        <p data-testid="verdict">
          <VerdictBadge of="study" verdict={verdict} />
        </p>
        <p className="mt-2 max-w-prose text-lead" data-testid="sentence">
          {view.sentence}
        </p>
        {test.refusal === null && (
          <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
            {figures.map(({ name, value, note }) => (
              <div key={name}>
                <dt className="text-faint text-small">{name}</dt>
                <dd className="font-semibold text-[1.125rem] tracking-tight">{value}</dd>
                <dd className="text-faint text-small">{note}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="mt-3 max-w-3xl text-faint text-small">
          {study.declared} {study.percent}
        </p>
      </div>
    </Panel>
  )
}
