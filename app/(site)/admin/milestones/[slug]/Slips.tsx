import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import type { MilestoneView } from '@/lib/api/milestones/schema'

/** The windows that were promised before, the oldest first, and who gave up each. */
export function Slips({ slips }: Pick<MilestoneView, 'slips'>) {
  const [{ milestones: texts }, { moment, window }] = [useTexts(thingTexts), useFormat()]
  return (
    <section aria-label={texts.slips} className="mb-4 rounded-md bg-well px-3 py-2" data-testid="slips">
      <h2 className="font-medium text-soft">{texts.slips}</h2>
      {slips.length === 0 ? (
        <p className="text-soft">{texts.noSlips}</p>
      ) : (
        <ol className="list-decimal pl-5">
          {slips.map(({ promised, changedAt, changedBy }) => (
            <li key={changedAt} className="wrap-anywhere">
              {texts.slip(window(promised), moment(changedAt))}{' '}
              {changedBy && <span className="text-faint text-small">{texts.by(changedBy)}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
