import { pictureTexts } from '@/app/_ui/messages/picture'
import type { Look } from './look'
import { linesOf } from './textWidth'

interface ClaimBodyProps {
  readonly finding: string
  readonly formula: string | null
  readonly inputs: readonly { readonly name: string; readonly period: string | null; readonly value: string }[]
  readonly room: { readonly width: number; readonly height: number }
  readonly look: Look
}

/** What was found, its arithmetic in one line, and the figures it takes. */
export function ClaimBody({ finding, formula, inputs, room, look }: ClaimBodyProps) {
  const { colours, px, language } = look
  const [size, rowHeight] = [px(30), px(inputs.length > 6 ? 40 : 50)]
  const findingHeight = Math.min(4, linesOf(finding, size, room.width)) * Math.round(size * 1.45) + px(18)
  const formulaHeight = formula === null ? 0 : px(78) + (linesOf(formula, px(25), room.width - px(48)) - 1) * px(34)
  const places = Math.floor((room.height - findingHeight - formulaHeight - px(40)) / rowHeight)
  const shown = inputs.slice(0, inputs.length > places ? Math.max(places - 1, 0) : places)
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: room.width }}>
      <div
        style={{
          display: 'block',
          fontSize: size,
          lineHeight: 1.45,
          lineClamp: 4,
          marginBottom: px(18),
          width: room.width,
        }}
      >
        {finding}
      </div>
      {formula !== null && (
        <div
          style={{
            ...{ display: 'flex', background: colours.well, borderRadius: px(8), padding: `${px(12)}px ${px(24)}px` },
            ...{ fontSize: px(25), fontWeight: 600, marginBottom: px(20), lineHeight: 1.35 },
          }}
        >
          {formula}
        </div>
      )}
      {shown.length > 0 && (
        <div style={{ display: 'flex', fontSize: px(17), color: colours.faint, marginBottom: px(6) }}>
          {pictureTexts[language].inputs}
        </div>
      )}
      {shown.map(({ name, period, value }, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
          key={i}
          style={{
            ...{ display: 'flex', height: rowHeight, alignItems: 'center', borderTop: `1px solid ${colours.line}` },
            fontSize: px(inputs.length > 6 ? 20 : 24),
          }}
        >
          <div style={{ display: 'block', width: Math.round(room.width * 0.55), lineClamp: 1 }}>{name}</div>
          <div style={{ display: 'flex', width: Math.round(room.width * 0.2), color: colours.soft }}>
            {period ?? ''}
          </div>
          <div style={{ display: 'flex', width: Math.round(room.width * 0.25), justifyContent: 'flex-end' }}>
            {value}
          </div>
        </div>
      ))}
      {shown.length < inputs.length && shown.length > 0 && (
        <div
          style={{ display: 'flex', height: rowHeight, alignItems: 'center', color: colours.faint, fontSize: px(17) }}
        >
          {pictureTexts[language].more(inputs.length - shown.length)}
        </div>
      )}
    </div>
  )
}
