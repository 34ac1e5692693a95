import { CloseChart } from '@/app/_desk/CloseChart'
import { figuresOf } from '@/app/_desk/edits'
import { formatPlain, formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { QuarantineDetail } from '@/lib/api/quarantine/schema'

/** Stored sessions on each side in the table. */
const rowsAround = 5

const cells = ['open', 'high', 'low', 'close', 'volume'] as const
type Line = { readonly session: string; readonly held: boolean } & Readonly<
  Partial<Record<(typeof cells)[number], string | null>>
>

/** The stored bars with the held one at its place, ascending; a stored bar of the same session stays beside it. Pure. */
function linesOf({ neighbours, key, payload, entity }: QuarantineDetail): Line[] {
  const stored = neighbours.session.map((session, i): Line => {
    const { open, high, low, close, volume } = neighbours
    const at = (column: readonly (string | null)[]) => column[i] ?? null
    return { session, held: false, open: at(open), high: at(high), low: at(low), close: at(close), volume: at(volume) }
  })
  const { open, high, low, close, volume } = figuresOf({ payload, entity })
  const held = { open, high, low, close, volume }
  return [...stored, { session: key, held: true, ...held }].sort((a, b) =>
    a.session === b.session ? Number(a.held) - Number(b.held) : a.session < b.session ? -1 : 1,
  )
}

const number = (text: string | null | undefined) => (text ? Number(text) : null)

/** A held bar beside the stored ones: closes as a line with the held one marked, and the figures as a table. */
export function Neighbours({ row }: { row: QuarantineDetail }) {
  const [{ detail, fields }, { day }] = [useTexts(quarantineTexts), useFormat()]
  const lines = linesOf(row)
  const sessions = [...new Set(lines.map(({ session }) => session))]
  const closes = sessions.map((session) => number(lines.find((line) => line.session === session && !line.held)?.close))
  const held = number(lines.find((line) => line.held)?.close)
  const index = sessions.indexOf(row.key)
  const marks =
    held === null || !Number.isFinite(held)
      ? []
      : [{ index, value: held, text: `${day(row.key)}: ${formatPrice(held)} (${detail.heldMark})` }]
  const at = lines.findIndex((line) => line.held)
  return (
    <Panel title={detail.neighbours} note={detail.neighboursNote}>
      {row.neighbours.session.length === 0 ? (
        <p className="px-4 pb-3 text-soft">{detail.none}</p>
      ) : (
        <CloseChart
          label={`${detail.neighbours}: ${row.listing} ${row.key}`}
          sessions={sessions}
          lines={[{ name: fields.close, values: closes, tone: 'ink' }]}
          marks={marks}
        />
      )}
      <Wide label={detail.neighbours}>
        <table className="figures tight" data-testid="neighbours">
          <TableHead
            columns={[
              { name: detail.session },
              ...cells.map((cell) => ({ name: fields[cell] })),
              { name: '', words: true },
            ]}
          />
          <tbody>
            {lines.slice(Math.max(0, at - rowsAround), at + rowsAround + 1).map((line) => (
              <tr key={`${line.session} ${line.held}`} className={line.held ? 'bg-warn-ground font-medium' : ''}>
                <td>{day(line.session)}</td>
                {cells.map((cell) => {
                  const value = number(line[cell])
                  return <td key={cell}>{cell === 'volume' ? formatPlain(value, 0) : formatPrice(value)}</td>
                })}
                <td className="text text-warn">{line.held ? detail.heldMark : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}

/** A held figure of a company beside the stored ones. */
export function Figures({ row }: { row: QuarantineDetail }) {
  const { detail } = useTexts(quarantineTexts)
  const { value, shares } = figuresOf(row)
  const held = { label: row.key, value: value || shares || '', unit: '', held: true }
  const lines = [...row.figures.map((figure) => ({ ...figure, held: false })), held]
  return (
    <Panel title={detail.figures}>
      <Wide label={detail.figures}>
        <table className="figures tight">
          <TableHead columns={[{ name: detail.label }, { name: detail.value }, { name: '', words: true }]} />
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.label} ${line.held}`} className={line.held ? 'bg-warn-ground font-medium' : ''}>
                <td>{line.label}</td>
                <td>
                  {formatPlain(number(line.value), 2)} {line.unit}
                </td>
                <td className="text text-warn">{line.held ? detail.heldMark : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
