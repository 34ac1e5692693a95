import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, type Piece, saysSomething, textPieces, withoutMiddles } from '@/app/_ui/audit/changes'

const joined = (pieces: readonly Piece[], ...signs: readonly Piece['sign'][]) =>
  pieces
    .filter(({ sign }) => sign === 'same' || sign === 'skipped' || signs.includes(sign))
    .map(({ text }) => text)
    .join('')

describe('the difference of two states', () => {
  test('names the fields that differ and no other, with what they were', () => {
    const before = { slug: 'a', title: 'Old', status: 'draft', end: null }
    expect(changesBetween(before, { ...before, title: 'New', end: '2025-08-22' })).toEqual([
      { field: 'title', kind: 'value', before: 'Old', after: 'New' },
      { field: 'end', kind: 'value', before: null, after: '2025-08-22' },
    ])
    expect(changesBetween(before, before)).toEqual([])
  })

  test('tells what joined and what left a list', () => {
    const [change] = changesBetween({ tags: ['a', 'b'] }, { tags: ['b', 'c'] })
    expect(change).toEqual({
      field: 'tags',
      kind: 'members',
      pieces: [
        { sign: 'removed', text: 'a' },
        { sign: 'same', text: 'b' },
        { sign: 'added', text: 'c' },
      ],
    })
  })

  test('looks into what is an object, and shows what only one state has', () => {
    expect(changesBetween({ parameters: { rate: 1, years: 3 } }, { parameters: { rate: 2, years: 3 } })).toEqual([
      { field: 'parameters.rate', kind: 'value', before: 1, after: 2 },
    ])
    expect(changesBetween(null, { slug: 'a', end: null, tags: [] }).filter(saysSomething)).toEqual([
      { field: 'slug', kind: 'value', before: null, after: 'a' },
    ])
  })

  test('marks the words that changed in a long text, and leaves out its quiet middle', () => {
    const quiet = 'Nothing changes in this sentence, however often it is said. '.repeat(9)
    const [change] = changesBetween({ text: `${quiet}It rose by two.` }, { text: `${quiet}It rose by three.` })
    const pieces = change?.kind === 'text' ? change.pieces : []
    expect(pieces.filter(({ sign }) => sign === 'removed' || sign === 'added')).toEqual([
      { sign: 'removed', text: 'two' },
      { sign: 'added', text: 'three' },
    ])
    expect(pieces[0]?.sign).toBe('skipped')
    expect(joined(pieces, 'added')).toBe(`${quiet}It rose by three.`)
  })

  test('finds the word in Chinese too', () => {
    const pieces = textPieces('寒武纪的股价在第二天上涨', '寒武纪的股价在第三天上涨')
    expect(
      joined(
        pieces.filter(({ sign }) => sign === 'added'),
        'added',
      ).length,
    ).toBeLessThanOrEqual(3)
    expect(joined(pieces, 'removed')).toBe('寒武纪的股价在第二天上涨')
  })
})

test('the pieces always make up both texts', () => {
  const text = fc.array(fc.constantFrom('a', 'word', ' ', '\n', '\n\n', '寒武纪', 'é', '.'), { maxLength: 40 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')]
      const pieces = withoutMiddles(textPieces(before, after))
      expect([joined(pieces, 'removed'), joined(pieces, 'added')]).toEqual([before, after])
    }),
    { numRuns: 300 },
  )
})
