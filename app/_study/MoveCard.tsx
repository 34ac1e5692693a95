import Link from 'next/link'
import { formatShare } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { HeadlineView } from '@/lib/api/study/schema'
import { PathChart } from './PathChart'
import type { Path, sharedAxis } from './path'
import { changeText, dayText, detectableText, useStudyWords } from './words'

interface MoveCardProps {
  readonly one: HeadlineView
  readonly href: string
  /** Whether the page shows this listing in detail. */
  readonly current: boolean
  readonly path: Path | undefined
  readonly days: readonly number[]
  readonly axis: ReturnType<typeof sharedAxis>
  /** Of its figures, on hover. */
  readonly source: string | undefined
}

function Figures({ one }: { one: HeadlineView }) {
  const [{ family, power }, { day }] = [useTexts(studyTexts), useFormat()]
  const { head } = family
  const figures = [
    { name: head.pHolm, value: formatShare(one.pHolm) },
    { name: head.placebo, value: formatShare(one.placeboHolm) },
    { name: head.least, value: detectableText(one.minimumDetectable), title: power },
    { name: head.day0, value: day(one.day0) },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-small">
      {figures.map(({ name, value, title }) => (
        <div key={name} title={title} className="flex flex-wrap justify-between gap-x-2 border-line border-b py-0.5">
          <dt className="text-faint">{name}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the event did to one listing: verdict, abnormal return, its path, and the sentence. */
export function MoveCard({ one, href, current, path, days, axis, source }: MoveCardProps) {
  const [{ family }, say, { band }] = [useTexts(studyTexts), useStored(), useStudyWords()]
  const { test, verdict } = one
  const name = say(one.name, one.nameZh)
  const mark = (testid: string) => (current ? testid : undefined)
  return (
    <li
      aria-current={current ? 'true' : undefined}
      className={`flex min-w-0 flex-col gap-2 px-4 py-3 ${current ? 'bg-well/60' : ''}`}
      title={source}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="font-semibold text-lead tracking-tight">
          <Link href={href} prefetch={false} scroll={false} className="quiet-link">
            {name}
          </Link>{' '}
          <span className="font-normal text-faint text-small">{one.symbol}</span>
        </h3>
        <span data-testid={mark('verdict')}>
          <VerdictBadge of="study" verdict={verdict} />
        </span>
      </div>
      {test.refusal === null && (
        <>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold text-figure tracking-tight">{changeText(test.car, 'log')}</span>
            <span className="text-faint text-small">
              {family.head.car} · {family.head.band} {band(test, 'log')}
            </span>
          </p>
          {path ? (
            <PathChart
              {...{ path, days, axis }}
              label={family.path({ listing: name, from: dayText(days[0] ?? 0), to: dayText(days.at(-1) ?? 0) })}
            />
          ) : (
            <p className="text-faint text-small">{family.noPath}</p>
          )}
          <Figures one={one} />
        </>
      )}
      <p className="text-soft" data-testid={mark('sentence')}>
        {say(one.sentence, one.sentenceZh)}
      </p>
    </li>
  )
}
