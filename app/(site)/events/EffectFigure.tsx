import Link from 'next/link'
import { changeText, detectableText, useStudyWords } from '@/app/_study/words'
import { formatShare } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { AcrossRowView } from '@/lib/api/across/schema'

/** What an event did to one listing: its CAR and the verdict, linked to the study; band, p and day 0 on hover, or why there is no figure. */
export function EffectFigure({ row, asOf, name }: { row: AcrossRowView; asOf: string | null; name?: string }) {
  const [texts, words, { day }] = [useTexts(eventsTexts), useStudyWords(), useFormat()]
  const title = row.refusal
    ? words.refusal(row.refusal)
    : texts.figure({
        band: words.band(row, 'log'),
        p: formatShare(row.pHolm),
        least: detectableText(row.minimumDetectable),
        day0: day(row.day0),
      })
  const colour = row.car === null ? 'text-faint' : row.car < 0 ? 'text-down' : 'text-up'
  return (
    <span className="flex flex-wrap items-center gap-x-2" title={title}>
      {name && <span className="text-faint text-small">{name}</span>}
      <Link
        href={hrefWith(`/events/${row.event}`, {}, { listing: row.symbol, asOf })}
        prefetch={false}
        className={`quiet-link font-medium ${name ? '' : 'min-w-13 text-right'} ${colour}`}
      >
        {changeText(row.car, 'log')}
      </Link>
      <VerdictBadge of="study" verdict={row.verdict} />
    </span>
  )
}
