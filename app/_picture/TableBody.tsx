import type { Tone } from '@/app/_ui/Badge'
import type { Look } from './look'
import { Pill } from './parts'

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

/** The first rows of a list as a table. */
export function TableBody({ columns, rows, more, room, look }: TableBodyProps) {
  const { colours, px } = look
  const [least, headHeight] = [px(42), px(34)]
  const shown = rowsThatFit(rows.length, room.height, headHeight, least)
  // A short list has room for larger rows.
  const zoom = shown < rows.length ? 1 : Math.min(1.4, (room.height - headHeight) / (least * Math.max(rows.length, 1)))
  const [size, rowHeight] = [Math.round(px(20) * Math.min(zoom, 1.25)), Math.round(least * Math.max(zoom, 1))]
  const cellStyle = (column: PictureColumn | undefined) => ({
    ...{ display: 'flex', width: Math.floor((column?.share ?? 0) * room.width), alignItems: 'center' },
    ...{ justifyContent: column?.end ? 'flex-end' : 'flex-start', paddingRight: px(18), overflow: 'hidden' },
  })
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: room.width }}>
      <div style={{ display: 'flex', height: headHeight, fontSize: px(16), color: colours.faint }}>
        {columns.map((column) => (
          <div key={column.name} style={cellStyle(column)}>
            {column.name}
          </div>
        ))}
      </div>
      {rows.slice(0, shown).map((row, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a picture that is drawn once
          key={i}
          style={{ display: 'flex', height: rowHeight, fontSize: size, borderTop: `1px solid ${colours.line}` }}
        >
          {row.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row that is drawn once
            <div key={at} style={cellStyle(columns[at])}>
              {typeof cell === 'string' ? (
                <div style={{ display: 'block', lineClamp: 1, overflow: 'hidden' }}>{cell}</div>
              ) : (
                <Pill {...cell} look={look} />
              )}
            </div>
          ))}
        </div>
      ))}
      {shown < rows.length && (
        <div
          style={{ display: 'flex', height: rowHeight, alignItems: 'center', color: colours.faint, fontSize: px(17) }}
        >
          {more(rows.length - shown)}
        </div>
      )}
    </div>
  )
}
