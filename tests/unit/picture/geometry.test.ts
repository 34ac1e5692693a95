import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { palettes, withRising } from '@/app/_picture/palette'
import { stretched } from '@/app/_picture/stretch'
import { studyGeometry } from '@/app/_picture/studyGeometry'
import { rowsThatFit } from '@/app/_picture/TableBody'
import { linesOf, shortened } from '@/app/_picture/textWidth'
import type { CarPoint } from '@/app/_study/carFigure'

test('the colours of a picture are those of the style sheet', () => {
  const tokens = readFileSync('app/_ui/tokens.css', 'utf8')
  for (const [name, light] of Object.entries(palettes.light)) {
    const dark = palettes.dark[name as keyof typeof palettes.dark]
    const token = name === 'up' || name === 'down' ? `${name}-teal` : name
    expect(tokens).toContain(`--color-${token}: light-dark(${light}, ${dark});`)
  }
  for (const name of ['up', 'down'] as const) {
    const [light, dark] = (['light', 'dark'] as const).map((theme) => withRising(palettes[theme], theme, 'red')[name])
    expect(tokens).toContain(`--color-${name}-red: light-dark(${light}, ${dark});`)
  }
})

test('a path of the square fills its plot', () => {
  expect(stretched('M0.0,0.0L1000.0,500.0Z', 1000, 1400, 600)).toBe('M0.0,0.0L1400.0,300.0Z')
  expect(stretched('10,-20 30,40', 100, 50, 200)).toBe('5.0,-40.0 15.0,80.0')
})

test('the chart of a study lies in its boxes, each session in the middle of its slot', () => {
  const point = (day: number, ar: number, car: number): CarPoint => {
    return { day, session: '2025-08-21', ar, significant: false, car, lo: car - 5, hi: car + 5 }
  }
  const points = [point(-1, -2, -2), point(0, 8, 6), point(1, 0, 6)]
  const [car, ar] = [
    { left: 60, top: 30, width: 300, height: 200 },
    { left: 60, top: 270, width: 300, height: 100 },
  ]
  const at = studyGeometry(points, car, ar)
  expect(at.zero).toBe(210)
  expect(at.days.map(({ x }) => x)).toEqual([110, 210, 310])
  for (const pair of `${at.line} ${at.band}`.split(' ')) {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    expect(x >= 60 && x <= 360 && y >= 30 && y <= 230).toBe(true)
  }
  const zero = at.arTicks.find(({ tick }) => tick === 0)?.y ?? Number.NaN
  for (const { top, height, rose } of at.bars) expect(rose ? top + height : top).toBeCloseTo(zero, 1)
  expect(at.bars.map(({ height }) => height > 0)).toEqual([true, true, false])
  expect(at.bars.map(({ rose }) => rose)).toEqual([false, true, true])
})

test('rows fill the room, and leave a place to say how many are left out', () => {
  expect(rowsThatFit(10, 460, 40, 42)).toBe(10)
  expect(rowsThatFit(11, 460, 40, 42)).toBe(9)
  expect(rowsThatFit(3, 10, 40, 42)).toBe(0)
})

test('a Chinese line holds half as many characters as a Latin one', () => {
  expect(linesOf('a'.repeat(100), 20, 1080)).toBe(1)
  expect(linesOf('字'.repeat(54), 20, 1080)).toBe(1)
  expect(linesOf('字'.repeat(55), 20, 1080)).toBe(2)
  expect(shortened('字'.repeat(54), 20, 1080)).toBe('字'.repeat(54))
  expect(shortened('字'.repeat(55), 20, 1080)).toBe(`${'字'.repeat(53)}…`)
})
