import type { Tone } from '@/app/_ui/Badge'
import type { Look } from './look'
import { Pill } from './parts'
import { shortened } from './textWidth'

/** A column of a picture's table; `share` of the width, all shares together make 1. */
export interface PictureColumn {
  readonly name: string
  readonly share: number
  readonly end?: boolean
}

export type PictureCell = string | { readonly text: string; readonly tone: Tone }

interface TableBodyProps {
  readonly columns: readonly PictureColumn[]
  readonly rows: readonly (readonly PictureCell[])[]
  /** Said under the last row that there is room for. */
  readonly more: (rows: number) => string
  readonly room: { readonly width: number; readonly height: number }
  readonly look: Look
}

/** How many rows of `rowHeight` fit under a head of `headHeight`; one place is kept for what is left out, if anything is. */
export function rowsThatFit(count: number, height: number, headHeight: number, rowHeight: number): number {
  const places = Math.max(Math.floor((height - headHeight) / rowHeight), 1)
  return count <= places ? count : places - 1
}

/** The first rows of a list as a table. Each cell has its place: the library measures what lies in boxes within boxes over and over. */
export function TableBody({ columns, rows, more, room, look }: TableBodyProps) {
  const { colours, px } = look
  const [least, headHeight] = [px(42), px(34)]
  const shown = rowsThatFit(rows.length, room.height, headHeight, least)
  // A short list has room for larger rows.
  const zoom = shown < rows.length ? 1 : Math.min(1.4, (room.height - headHeight) / (least * Math.max(rows.length, 1)))
  const [size, rowHeight] = [Math.round(px(20) * Math.min(zoom, 1.25)), Math.round(least * Math.max(zoom, 1))]
  const boxOf = (at: number, top: number, height: number) => {
    const left = columns.slice(0, at).reduce((sum, { share }) => sum + share, 0) * room.width
    return {
      ...{ display: 'flex', position: 'absolute' as const, left: Math.round(left), top, height },
      ...{ width: Math.floor((columns[at]?.share ?? 0) * room.width) - px(18), alignItems: 'center' },
      justifyContent: columns[at]?.end ? 'flex-end' : 'flex-start',
    } as const
  }
  const wholeWidth = { display: 'flex', position: 'absolute', left: 0, width: room.width } as const
  const topOf = (row: number) => headHeight + row * rowHeight
  return (
    <div style={{ display: 'flex', position: 'absolute', ...room, left: 0, top: 0 }}>
      {columns.map(({ name }, at) => (
        <div key={name} style={{ ...boxOf(at, 0, headHeight), fontSize: px(16), color: colours.faint }}>
          {name}
        </div>
      ))}
      {rows.slice(0, shown).flatMap((row, i) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a picture that is drawn once
        <div key={i} style={{ ...wholeWidth, top: topOf(i), height: 1, background: colours.line }} />,
        ...row.map((cell, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row that is drawn once
          <div key={`${i} ${at}`} style={{ ...boxOf(at, topOf(i), rowHeight), fontSize: size, whiteSpace: 'nowrap' }}>
            {typeof cell === 'string' ? (
              shortened(cell, size, Math.floor((columns[at]?.share ?? 0) * room.width) - px(18))
            ) : (
              <Pill {...cell} look={look} />
            )}
          </div>
        )),
      ])}
      {shown < rows.length && (
        <div
          style={{
            ...{ ...wholeWidth, top: topOf(shown), height: rowHeight, alignItems: 'center' },
            ...{ color: colours.faint, fontSize: px(17) },
          }}
        >
          {more(rows.length - shown)}
        </div>
      )}
    </div>
  )
}
