import { formatPlain, formatSigned } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import type { JudgedClaimView } from '@/lib/api/claims/view'

const height = 96
const step = 10
const width = 7

/** A mark for each end date, as high as its change, over the band of what was stated. It scales sideways with the page. */
export function EndDatesStrip(props: {
  endDates: NonNullable<JudgedClaimView['endDates']>
  stated: JudgedClaimView['stated']
  unit: string
}) {
  const { endDates, stated, unit } = props
  const { list, count, satisfied, min, max } = endDates
  const [{ label, mark, inside, range, outside, extremes }, { day }] = [useTexts(claimsTexts).endDates, useFormat()]
  const [bottom, top] = [Math.min(0, min, stated?.low ?? 0), Math.max(max, stated?.high ?? max)]
  const y = (change: number) => height * (1 - (change - bottom) / (top - bottom || 1))
  const [first, last] = [day(list[0]?.session), day(list.at(-1)?.session)]
  return (
    <figure className="px-4 pb-3">
      <svg
        role="img"
        aria-label={label({ satisfied, count, first, last })}
        viewBox={`0 0 ${list.length * step} ${height}`}
        preserveAspectRatio="none"
        className="block h-24 w-full"
      >
        {stated && (
          <rect
            x={0}
            width={list.length * step}
            y={y(stated.high)}
            height={Math.max(1, y(stated.low) - y(stated.high))}
            className="fill-good-ground"
          />
        )}
        {list.map(({ session, change, satisfies }, i) => {
          const [from, to] = [y(Math.max(0, change)), y(Math.min(0, change))]
          return (
            <rect
              key={session}
              x={i * step + (step - width) / 2}
              width={width}
              y={from}
              height={Math.max(1, to - from)}
              className={satisfies ? 'fill-good' : 'fill-line-strong'}
            >
              <title>{mark(day(session), `${formatSigned(change, 1)} ${unit}`)}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption className="mt-1 text-faint text-small">
        <span className="flex justify-between gap-4">
          <span>{first}</span>
          <span>{last}</span>
        </span>
        <span className="mt-1 flex flex-wrap gap-x-4">
          <span>
            <span className="mr-1 inline-block size-2 rounded-[1px] bg-good" aria-hidden="true" />
            {inside}
            {stated && range(formatPlain(stated.low), formatPlain(stated.high), unit)}
          </span>
          <span>
            <span className="mr-1 inline-block size-2 rounded-[1px] bg-line-strong" aria-hidden="true" />
            {outside}
          </span>
          <span>{extremes(formatSigned(min, 0), formatSigned(max, 0), unit)}</span>
        </span>
      </figcaption>
    </figure>
  )
}
