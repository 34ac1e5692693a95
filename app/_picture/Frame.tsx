import type { ReactNode } from 'react'
import { fontFamily } from './fonts'
import type { Look } from './look'
import { linesOf } from './textWidth'

/** What a picture shows: its title and what is under it, then a body that is drawn into the room that is left. */
export interface Picture {
  readonly title: string
  /** One or two lines: base, unit, scale; the verdict. */
  readonly notes: readonly ReactNode[]
  /** Source and as-of in words. */
  readonly foot: string
  readonly body: (room: { readonly width: number; readonly height: number }, look: Look) => ReactNode
}

function Mark({ look: { colours, px } }: { look: Look }) {
  const wave = 'c2 0 2-1.6 4-1.6s2 1.6 4 1.6 2-1.6 4-1.6 2 1.6 4 1.6'
  const line = { fill: 'none', strokeWidth: 2, strokeLinecap: 'round' as const }
  return (
    <svg width={px(26)} height={px(26)} viewBox="0 0 20 20" role="presentation">
      <path d="M2 6.2h10" stroke={colours.cambricon} {...line} />
      <path d={`M2 12.6${wave}`} stroke={colours.nvidia} {...line} />
      <path d={`M2 17${wave}`} stroke={colours.nvidia} strokeOpacity={0.4} {...line} />
    </svg>
  )
}

function Foot({ text, address, product, look }: { text: string; address: string; product: string; look: Look }) {
  const { colours, px } = look
  const row = { display: 'flex', alignItems: 'center' } as const
  const line = { display: 'block', lineClamp: 1, fontSize: px(16), color: colours.faint } as const
  // The address gets what it takes, up to half of the line, and the text the rest.
  const free = look.width - 2 * px(52) - px(190)
  const taken = Math.min(Math.round(address.length * px(16) * 0.56), Math.round(free / 2))
  const widths = { address: taken, text: free - taken - px(24) }
  return (
    <div style={{ ...row, justifyContent: 'space-between', height: px(44), borderTop: `1px solid ${colours.line}` }}>
      <div style={row}>
        <Mark look={look} />
        <div style={{ marginLeft: px(10), fontSize: px(21), fontWeight: 600 }}>{product}</div>
        <div style={{ ...line, width: widths.text, marginLeft: px(18) }}>{text}</div>
      </div>
      <div style={{ display: 'flex', justifyContent: 'flex-end', width: widths.address }}>
        <div style={{ fontSize: px(16), color: colours.faint, whiteSpace: 'nowrap' }}>{address}</div>
      </div>
    </div>
  )
}

interface FrameProps {
  readonly picture: Picture
  /** Of the view, without its scheme. */
  readonly address: string
  readonly product: string
  readonly look: Look
}

/** The frame of every picture: title and notes above, name, source, as-of and address below. */
export function Frame({ picture, address, product, look }: FrameProps) {
  const { colours, px, width, height } = look
  const [margin, titleSize, noteSize] = [px(52), px(38), px(21)]
  const inside = width - 2 * margin
  const titleLines = Math.min(2, linesOf(picture.title, titleSize, inside))
  const notesHeight = picture.notes.length * Math.round(noteSize * 1.55)
  const head = titleLines * Math.round(titleSize * 1.25) + notesHeight + px(14)
  const room = { width: inside, height: height - 2 * px(34) - head - px(44) - px(14) }
  return (
    <div
      style={{
        ...{ display: 'flex', flexDirection: 'column', width, height, padding: `${px(34)}px ${margin}px` },
        ...{ background: colours.panel, color: colours.ink, fontFamily },
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', height: head }}>
        <div
          style={{
            ...{ display: 'block', fontSize: titleSize, lineHeight: 1.25, fontWeight: 600, lineClamp: titleLines },
            ...{ width: inside, overflow: 'hidden' },
          }}
        >
          {picture.title}
        </div>
        {picture.notes.map((note, i) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a picture that is drawn once
            key={i}
            style={{
              ...{ display: 'flex', alignItems: 'center', height: Math.round(noteSize * 1.55), fontSize: noteSize },
              ...{ color: colours.soft, overflow: 'hidden', whiteSpace: 'nowrap' },
            }}
          >
            {note}
          </div>
        ))}
      </div>
      <div
        style={{ display: 'flex', position: 'relative', width: room.width, height: room.height, marginBottom: px(14) }}
      >
        {picture.body(room, look)}
      </div>
      <Foot text={picture.foot} {...{ address, product, look }} />
    </div>
  )
}
