import type { ReactNode } from 'react'
import { type Age, AgeBadge } from '@/app/_ui/AgeBadge'
import { Badge } from '@/app/_ui/Badge'
import { Change } from '@/app/_ui/Change'
import { useTexts } from '@/app/_ui/i18n/texts'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import { Panel } from '@/app/_ui/Panel'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'

const ages: readonly Age[] = [
  { state: 'fresh', sessionsBehind: 0, lastDue: '2026-11-23' },
  { state: 'behind', sessionsBehind: 1, lastDue: '2026-11-23' },
  { state: 'behind', sessionsBehind: 82, lastDue: '2026-11-23' },
  { state: 'behind', sessionsBehind: null, lastDue: '2026-11-23' },
  { state: 'unknown', sessionsBehind: null, lastDue: null },
]

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <dt className="w-32 shrink-0 text-faint text-small">{name}</dt>
      <dd className="flex flex-wrap gap-1.5">{children}</dd>
    </div>
  )
}

/** Badges of every tone, the verdicts, ages and changes. */
export function WordsPanel() {
  const { words: texts } = useTexts(galleryTexts)
  const verdicts = useTexts(verdictTexts)
  return (
    <Panel title={texts.title}>
      <dl className="space-y-3 px-4 pb-4">
        <Row name={texts.title}>
          {(['good', 'warn', 'bad', 'plain'] as const).map((tone) => (
            <Badge key={tone} tone={tone}>
              {texts.tones[tone]}
            </Badge>
          ))}
        </Row>
        <Row name={texts.ages}>
          {ages.map((age) => (
            <AgeBadge key={`${age.state} ${age.sessionsBehind}`} age={age} exchange="Shanghai" />
          ))}
        </Row>
        {(['claim', 'study'] as const).map((of) => (
          <Row key={of} name={of === 'claim' ? texts.claims : texts.studies}>
            {Object.keys(verdicts[of]).map((verdict) => (
              <VerdictBadge key={verdict} of={of} verdict={verdict} />
            ))}
          </Row>
        ))}
        <Row name={texts.changes}>
          {[0.0412, -0.2008, 0, null].map((fraction) => (
            <Change key={fraction} fraction={fraction} />
          ))}
        </Row>
      </dl>
    </Panel>
  )
}
