import Link from 'next/link'
import { sides } from '@/app/_board/sides'
import type { EventRow } from '@/app/_data/eventFilter'
import { useEventTime } from '@/app/_ui/events/time'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { commonTexts } from '@/app/_ui/messages/common'
import { eventsTexts } from '@/app/_ui/messages/events'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { AcrossRowView } from '@/lib/api/across/schema'
import type { EventView } from '@/lib/api/events/schema'
import { EffectFigure } from './EffectFigure'

const isSide = (symbol: string) => sides.some((side) => side.symbol === symbol)

function What({ event, asOf }: { event: EventView; asOf: string | null }) {
  const [texts, say, time, { listSeparator }] = [
    useTexts(eventsTexts),
    useStored(),
    useEventTime(),
    useTexts(commonTexts),
  ]
  const marks = [
    ...event.tags.map(time.tag),
    ...(event.kind === 'results' ? [texts.results] : []),
    ...(event.confirmed ? [] : [texts.unconfirmedShort]),
  ]
  return (
    <>
      <Link
        href={hrefWith(`/events/${event.slug}`, {}, { asOf })}
        prefetch={false}
        className="quiet-link font-medium text-ink"
      >
        {say(event.title, event.titleZh)}
      </Link>
      <span className="block text-faint text-small">{[...new Set(marks)].join(listSeparator)}</span>
    </>
  )
}

function Figures({ rows, asOf, named }: { rows: readonly AcrossRowView[]; asOf: string | null; named: boolean }) {
  const say = useStored()
  return rows.map((row) => (
    <EffectFigure key={row.symbol} row={row} asOf={asOf} {...(named && { name: say(row.name, row.nameZh) })} />
  ))
}

/** The sides first, in their order. */
function bySide(rows: readonly AcrossRowView[]): AcrossRowView[] {
  const of = sides.flatMap(({ symbol }) => rows.find((row) => row.symbol === symbol) ?? [])
  return [...of, ...rows.filter((row) => !of.includes(row))]
}

/** The events with what each did to both sides and to others; on narrow screens the figures fold under the title. */
export function EventTable({ rows, asOf }: { rows: readonly EventRow[]; asOf: string | null }) {
  const [texts, say, time] = [useTexts(eventsTexts), useStored(), useEventTime()]
  const { head } = texts
  const all = rows.flatMap(({ effect }) => effect?.rows ?? [])
  const others = all.some(({ symbol }) => !isSide(symbol))
  const named = useTexts(boardTexts).sides
  const names = sides.map(({ symbol, side }) => ({ symbol, name: named[side] }))
  const wide = 'max-md:hidden'
  return (
    <Wide label={texts.table.title}>
      <table className="figures" data-testid="events">
        <TableHead
          columns={[
            { name: head.when },
            { name: head.what, words: true },
            ...names.map(({ name }) => ({ name, words: true, className: wide, title: texts.table.note })),
            ...(others ? [{ name: head.others, words: true, className: 'max-lg:hidden' }] : []),
          ]}
        />
        <tbody>
          {rows.map(({ event, effect }) => {
            const found = bySide(effect?.rows ?? [])
            const other = found.filter(({ symbol }) => !isSide(symbol))
            return (
              <tr key={event.slug}>
                <td
                  className="break-keep align-top text-soft max-sm:whitespace-normal!"
                  title={say(event.timeNote, event.timeNoteZh)}
                >
                  {time.when(event)}
                  <span className="block text-faint text-small max-sm:hidden">{time.precision(event)}</span>
                </td>
                <td className="text min-w-44 whitespace-normal! align-top max-sm:min-w-36">
                  <What {...{ event, asOf }} />
                  {found.length > 0 && (
                    <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1 lg:hidden">
                      <span className="contents md:hidden">
                        <Figures rows={found.filter((row) => !other.includes(row))} asOf={asOf} named />
                      </span>
                      <Figures rows={other} asOf={asOf} named />
                    </span>
                  )}
                </td>
                {names.map(({ symbol }) => {
                  const row = found.find((one) => one.symbol === symbol)
                  return (
                    <td key={symbol} className={`text align-top ${wide}`}>
                      {row ? (
                        <EffectFigure {...{ row, asOf }} />
                      ) : (
                        <span title={head.notNamed} className="text-faint">
                          –
                        </span>
                      )}
                    </td>
                  )
                })}
                {others && (
                  <td className="text align-top max-lg:hidden">
                    <Figures rows={other} asOf={asOf} named />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}
