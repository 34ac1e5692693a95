import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from '@/app/_ui/theme/contrast'

const css = readFileSync('app/_ui/tokens.css', 'utf8')
const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** The value of a colour in the light and in the dark theme. */
function token(name: string): { light: number[]; dark: number[] } {
  const [, light = '', dark = ''] = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? []
  expect({ name, light, dark }).toEqual({ name, light: expect.stringMatching(/^#/), dark: expect.stringMatching(/^#/) })
  return { light: channels(light), dark: channels(dark) }
}

test('contrast is that of WCAG: 21 for black on white, 1 for the same, 4.54 for #767676 on white', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10)
  expect(contrast([10, 20, 30], [10, 20, 30])).toBe(1)
  expect(contrast([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2)
})

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each([
    ...['ink', 'soft', 'faint', 'link'].flatMap((one) => ['page', 'panel', 'well'].map((on) => [one, on] as const)),
    ...['up-teal', 'down-teal', 'up-red', 'down-red'].flatMap((one) => [
      [one, 'panel'] as const,
      [one, 'well'] as const,
    ]),
    ...['cambricon', 'nvidia'].map((one) => [one, 'panel'] as const),
    ...['good', 'warn', 'bad'].map((one) => [one, `${one}-ground`] as const),
  ])('%s can be read on %s', (one, on) => {
    expect(contrast(token(one)[theme], token(on)[theme])).toBeGreaterThanOrEqual(4.5)
  })
})
