import { createElement } from 'react'
import { expect, test } from 'vitest'
import { pictureFonts } from '@/app/_picture/fonts'
import { legible, legibleIn } from '@/app/_picture/legible'

function Inner({ text }: { text: string }) {
  return createElement('div', {}, text, 7)
}

test('the fonts have what our texts are written with, and say what they lack', async () => {
  const { has } = await pictureFonts()
  expect([...'Aé–−±×“”’…·™，。：；？（）《》、寒武纪沐曦昇腾'].filter((character) => !has(character))).toEqual([])
  expect([...'🚀→\u{1F9E0}'].filter(has)).toEqual([])
})

test('what no font has becomes what one has', () => {
  const has = (character: string) => /[a-z>=? ]/.test(character)
  expect(legible('a → b ≥ c 🚀', has)).toBe('a > b >= c ?')
})

test('every text in an element is made legible, in components and fragments too', () => {
  const tree = createElement('div', {}, 'a→', createElement(Inner, { text: '→b' }), null, [
    createElement('p', { key: 1 }, '→'),
  ])
  const texts: string[] = []
  const collect = (node: unknown): void => {
    if (typeof node === 'string') texts.push(node)
    else if (Array.isArray(node)) node.forEach(collect)
    else if (node !== null && typeof node === 'object' && 'props' in node)
      collect((node as { props: { children?: unknown } }).props.children)
  }
  collect(legibleIn(tree, (character) => character !== '→'))
  expect(texts).toEqual(['a>', '>b', '7', '>'])
})
