import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { dataTexts } from '@/app/_ui/messages/data'
import type { HeldRows, PriceSeriesView, SeriesAttempt } from '@/lib/api/series/schema'
import { feedNameZh, type SourceView } from '@/lib/api/source/feedName'

const known = <T extends object>(words: T, name: string): string =>
  (words as Readonly<Record<string, string>>)[name] ?? name

/** What the tables of series say of their cells, in the language of the page. */
export function useSeriesText() {
  const [texts, common, say] = [useTexts(dataTexts), useTexts(commonTexts), useStored()]
  const { day, moment } = useFormat()
  const listed = (parts: readonly [number, (n: number) => string][], none: string) =>
    parts
      .filter(([count]) => count > 0)
      .map(([count, text]) => text(count))
      .join(common.listSeparator) || none
  return {
    /** `bundled, to 22 Jul 2026`, or the feed's name. */
    source: (source: SourceView | null, last: string | null) => {
      if (source === null) return common.age.empty
      return source.bundled ? common.bundled(day(last)) : say(source.name, feedNameZh(source.feed))
    },
    /** The line on hover: the source and the moment of the figures. */
    sourceTitle: (source: SourceView | null, fetchedAt: string | null) => {
      if (source === null || fetchedAt === null) return undefined
      const name = common.source(say(source.name, feedNameZh(source.feed)))
      return `${name} · ${(source.bundled ? common.stored : common.fetched)(moment(fetchedAt))}`
    },
    missing: ({ open, halt, notListed, feedGap, unexplained }: PriceSeriesView['missing']) =>
      listed(
        [
          [open, texts.missing.open],
          [halt, texts.missing.halt],
          [notListed, texts.missing.notListed],
          [feedGap, texts.missing.feedGap],
          [unexplained, texts.missing.unexplained],
        ],
        texts.missing.none,
      ),
    held: ({ held, released, rejected, superseded }: HeldRows) =>
      listed(
        [
          [held, texts.held.waiting],
          [released, texts.held.released],
          [rejected, texts.held.rejected],
          [superseded, texts.held.superseded],
        ],
        texts.held.none,
      ),
    attempt: (attempt: SeriesAttempt) =>
      attempt === null
        ? texts.attempt.never
        : texts.attempt.at(known(texts.outcomes, attempt.outcome), day(attempt.at.slice(0, 10))),
    /** The line on hover: the moment, and the feed's own words when it failed. */
    attemptTitle: (attempt: SeriesAttempt) =>
      attempt === null ? undefined : [moment(attempt.at), attempt.error].filter(Boolean).join(' · '),
    /** Why an attempt failed; the feed's own words follow the class. */
    error: ({ errorClass, error }: { readonly errorClass: string | null; readonly error: string | null }) =>
      errorClass === null ? error : known(texts.errors, errorClass),
    outcome: (outcome: string) => known(texts.outcomes, outcome),
    job: (job: string) => known(texts.runs.jobs, job),
    trigger: (trigger: string) => known(texts.runs.triggers, trigger),
  }
}
