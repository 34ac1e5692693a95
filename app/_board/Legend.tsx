import type { RebasedLine } from '@/app/_ui/chart/rebased'
import { valueAt } from '@/app/_ui/chart/timeline'
import { formatDay } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { sideClass } from './sides'

/** Names, colours and values of the lines: at the session read, else each line's last. */
export function Legend({ lines, session }: { lines: readonly RebasedLine[]; session: string | null }) {
  return (
    <div className="flex min-h-5 flex-wrap gap-x-5 gap-y-0.5 text-body">
      {lines.map((line) => {
        const at = valueAt(line.session, line.value, session ?? '9999-12-31')
        return (
          <span key={line.side} className="flex items-baseline gap-1.5">
            <span
              className={`inline-block h-[3px] w-4 translate-y-[-3px] rounded ${sideClass[line.side].ground}`}
              aria-hidden="true"
            />
            <span className={`font-medium ${sideClass[line.side].text}`}>{line.name}</span>
            <span className="font-semibold">{formatNumber(at?.value, 1)}</span>
            <span className="text-faint text-small">{formatDay(at?.session)}</span>
          </span>
        )
      })}
    </div>
  )
}
