import type { Tone } from '@/app/_ui/Badge'
import type { Look } from './look'
import type { Palette } from './palette'

interface LabelProps {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly colour: string
  /** Which end of the text lies at `x`; it is centred on `y`. */
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
}

const room = 600

/** A text at a place of the picture. */
export function Label({ x, y, text, size, colour, anchor = 'start', bold = false }: LabelProps) {
  const left = { start: x, middle: x - room / 2, end: x - room }[anchor]
  const justifyContent = { start: 'flex-start', middle: 'center', end: 'flex-end' }[anchor]
  return (
    <div
      style={{
        ...{ display: 'flex', position: 'absolute', left, top: y - size, width: room, height: 2 * size },
        ...{ justifyContent, alignItems: 'center', fontSize: size, fontWeight: bold ? 600 : 400, color: colour },
        ...{ whiteSpace: 'nowrap' },
      }}
    >
      {text}
    </div>
  )
}

/** The colours of a badge on the pages. */
export function toneColours(tone: Tone, colours: Palette): { readonly ink: string; readonly ground: string } {
  if (tone === 'plain') return { ink: colours.soft, ground: colours.well }
  return { ink: colours[tone], ground: colours[`${tone}-ground`] }
}

/** A verdict or a state. */
export function Pill({ text, tone, look }: { text: string; tone: Tone; look: Look }) {
  const { ink, ground } = toneColours(tone, look.colours)
  return (
    <div
      style={{
        ...{ display: 'flex', alignItems: 'center', height: look.px(31), padding: `0 ${look.px(12)}px` },
        ...{
          borderRadius: look.px(6),
          background: ground,
          color: ink,
          fontSize: look.px(20),
          fontWeight: 600,
          whiteSpace: 'nowrap',
        },
      }}
    >
      {text}
    </div>
  )
}
