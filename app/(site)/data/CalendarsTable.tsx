import type { CalendarRow } from '@/app/_data/dataPage'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'

/** The calendars that end soon or have ended, those with one end in one line. `warned` are the exchanges' codes. */
export function CalendarWarnings({ rows, warned }: { rows: readonly CalendarRow[]; warned: readonly string[] }) {
  const [{ calendars }, { listSeparator }] = [useTexts(dataTexts), useTexts(commonTexts)]
  const [say, { day }] = [useStored(), useFormat()]
  const soon = rows.filter(({ mic }) => warned.includes(mic))
  return [...new Set(soon.map(({ knownUntil }) => knownUntil))].map((until) => {
    const own = soon.filter(({ knownUntil }) => knownUntil === until)
    const names = own.map(({ name, nameZh }) => say(name, nameZh)).join(listSeparator)
    return (
      <p key={until} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
        {calendars.warning(names, day(until), own[0]?.daysLeft ?? 0)}
      </p>
    )
  })
}

/** How far the calendar of each exchange reaches. */
export function CalendarsTable({ rows, warned }: { rows: readonly CalendarRow[]; warned: readonly string[] }) {
  const [{ calendars }, say, { day }] = [useTexts(dataTexts), useStored(), useFormat()]
  const { title, note, head, days } = calendars
  return (
    <Panel title={title} note={note}>
      <Wide label={title}>
        <table className="figures">
          <TableHead
            columns={[
              { name: head.exchange },
              { name: head.known, words: true },
              { name: head.until, words: true },
              { name: head.left },
            ]}
          />
          <tbody>
            {rows.map(({ mic, name, nameZh, knownFrom, knownUntil, daysLeft }) => (
              <tr key={mic}>
                <td className="font-medium">{say(name, nameZh)}</td>
                <td className="text text-soft">{day(knownFrom)}</td>
                <td className="text text-soft">{day(knownUntil)}</td>
                <td className={warned.includes(mic) ? 'text-warn' : 'text-soft'}>{days(daysLeft)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
