import { diffArrays, diffLines, diffWordsWithSpace } from 'diff'
import type { Json } from '@/lib/store/audit/command'

/** A piece of a text: in both, only before, only after, or left out because nothing changed there. */
export interface Piece {
  readonly sign: 'same' | 'removed' | 'added' | 'skipped'
  readonly text: string
}

/** What became of one field. `field` is its path in the thing (`parameters.rate`). */
export type Change =
  | { readonly field: string; readonly kind: 'value'; readonly before: Json; readonly after: Json }
  | { readonly field: string; readonly kind: 'members'; readonly pieces: readonly Piece[] }
  | { readonly field: string; readonly kind: 'text'; readonly pieces: readonly Piece[] }

const longText = 60
/** How many letters of what stayed the same are left on each side of a change. */
const context = 60

type Fields = Readonly<Record<string, Json>>
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlain = (value: Json | undefined) => typeof value === 'string' || typeof value === 'number'
const isMembers = (value: Json | undefined): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every(isPlain)

const signOf = ({ added, removed }: { added?: boolean; removed?: boolean }): Piece['sign'] =>
  added ? 'added' : removed ? 'removed' : 'same'

/**
 * The pieces of two texts in their order. Lines are compared first, so that a moved paragraph stays whole; within lines that were replaced, words (in
 * Chinese, characters). What is `same` or
 * `removed` makes up the text before, what is `same` or `added` the one after.
 */
export function textPieces(before: string, after: string): Piece[] {
  const lines = diffLines(before, after)
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [one, next] = [lines[at], lines[at + 1]]
    if (one === undefined) continue
    if (one.removed && next?.added) {
      for (const part of diffWordsWithSpace(one.value, next.value)) {
        pieces.push({ sign: signOf(part), text: part.value })
      }
      at += 1
    } else pieces.push({ sign: signOf(one), text: one.value })
  }
  return pieces
}

/** The same pieces without the middle of what stayed the same: a piece that is left out says which text. */
export function withoutMiddles(pieces: readonly Piece[]): Piece[] {
  const last = pieces.length - 1
  return pieces.flatMap((piece, index): Piece[] => {
    const { sign, text } = piece
    const [head, tail] = [index === 0 ? 0 : context, index === last ? 0 : context]
    if (sign !== 'same' || text.length <= head + tail + context) return [piece]
    const middle: Piece = { sign: 'skipped', text: text.slice(head, text.length - tail) }
    const shown = (part: string): Piece[] => (part === '' ? [] : [{ sign: 'same', text: part }])
    return [...shown(text.slice(0, head)), middle, ...shown(text.slice(text.length - tail))]
  })
}

function changeOf(field: string, before: Json, after: Json): Change {
  const lists = [before ?? [], after ?? []] as const
  if (isMembers(lists[0]) && isMembers(lists[1])) {
    const parts = diffArrays(lists[0].map(String), lists[1].map(String))
    const pieces = parts.flatMap((part) => part.value.map((text): Piece => ({ sign: signOf(part), text })))
    return { field, kind: 'members', pieces }
  }
  const texts = [before ?? '', after ?? '']
  const [old, now] = texts
  if (typeof old === 'string' && typeof now === 'string' && texts.some((text) => String(text).length > longText)) {
    return { field, kind: 'text', pieces: withoutMiddles(textPieces(old, now)) }
  }
  return { field, kind: 'value', before, after }
}

/** Where two states of a thing differ, in the order of its fields; a state of null has no fields. What is an object within is looked into. */
export function changesBetween(before: Json, after: Json, path = ''): Change[] {
  const [old, now]: Fields[] = [isFields(before) ? before : {}, isFields(after) ? after : {}]
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].flatMap((name) => {
    const [one, other] = [old?.[name] ?? null, now?.[name] ?? null]
    const field = path === '' ? name : `${path}.${name}`
    if (JSON.stringify(one) === JSON.stringify(other)) return []
    return isFields(one) || isFields(other) ? changesBetween(one, other, field) : [changeOf(field, one, other)]
  })
}

/** Whether a change says anything: a new thing has many fields that are empty. */
export function saysSomething(change: Change): boolean {
  const empty = (value: Json) => value === null || value === '' || value === false
  return change.kind === 'value' ? !(empty(change.before) && empty(change.after)) : change.pieces.length > 0
}
