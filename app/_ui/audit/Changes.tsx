import { useLanguage } from '#language'
import type { Json } from '@/lib/store/audit/command'
import { useTexts } from '../i18n/texts'
import { auditTexts } from '../messages/audit'
import { fieldName } from '../messages/fields'
import type { Change, Piece } from './changes'

const removedClass = 'rounded-sm bg-bad-ground px-0.5 text-bad line-through'
const addedClass = 'rounded-sm bg-good-ground px-0.5 text-good no-underline'

function PieceText({ sign, text }: Piece) {
  const texts = useTexts(auditTexts)
  if (sign === 'removed') return <del className={removedClass}>{text}</del>
  if (sign === 'added') return <ins className={addedClass}>{text}</ins>
  if (sign === 'skipped') return <span className="text-faint text-small"> {texts.skipped(text.length)} </span>
  return <span>{text}</span>
}

function useValueText(): (value: Json) => string {
  const { nothing, yes, no } = useTexts(auditTexts)
  return (value) => {
    if (value === null || value === '') return nothing
    if (typeof value === 'boolean') return value ? yes : no
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

function ChangeText({ change }: { change: Change }) {
  const valueText = useValueText()
  if (change.kind === 'value') {
    return (
      <>
        <del className={removedClass}>{valueText(change.before)}</del>{' '}
        <span aria-hidden="true" className="text-faint">
          →
        </span>{' '}
        <ins className={addedClass}>{valueText(change.after)}</ins>
      </>
    )
  }
  const { kind, pieces } = change
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text stand where they stand
    <span key={index} className={kind === 'members' ? 'mr-1.5 inline-block' : ''}>
      {kind === 'members' && piece.sign !== 'same' && (piece.sign === 'added' ? '+' : '−')}
      <PieceText {...piece} />
    </span>
  ))
}

/** Where two states of a thing differ, field by field: what was taken is struck through, what came is marked. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const [texts, language] = [useTexts(auditTexts), useLanguage()]
  if (changes.length === 0) return <p className="text-faint">{texts.unchanged}</p>
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
      {changes.map((change) => (
        <div key={change.field} className="contents">
          <dt className="text-faint">{fieldName(language, change.field)}</dt>
          <dd className="wrap-anywhere min-w-0 whitespace-pre-wrap max-sm:mb-1">
            <ChangeText change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The fields of one state, for what was added or taken away whole. */
export function State({ changes, side }: { changes: readonly Change[]; side: 'before' | 'after' }) {
  const [language, valueText] = [useLanguage(), useValueText()]
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
      {changes.map((change) => (
        <div key={change.field} className="contents">
          <dt className="text-faint">{fieldName(language, change.field)}</dt>
          <dd className="wrap-anywhere min-w-0 whitespace-pre-wrap max-sm:mb-1">
            {change.kind === 'value'
              ? valueText(change[side])
              : change.pieces.map(({ text }) => text).join(change.kind === 'members' ? ', ' : '')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
