import type { Rising } from '@/lib/api/display'

/** The colours of app/_ui/tokens.css as a picture needs them, which has no style sheet; a test holds both equal. First light, then dark. */
const pairs = {
  page: ['#f6f6f3', '#0c0f13'],
  panel: ['#ffffff', '#13171d'],
  well: ['#f1f1ed', '#1a1f27'],
  line: ['#e3e3dd', '#252b34'],
  'line-strong': ['#c9c9c1', '#3a424e'],
  ink: ['#16191d', '#e8ebef'],
  soft: ['#4d545e', '#aeb6c1'],
  faint: ['#646b75', '#8f98a5'],
  cambricon: ['#c2500a', '#f59a4a'],
  nvidia: ['#1f62c4', '#6ca6ff'],
  'line-3': ['#1a5c4c', '#4ed4ae'],
  'line-4': ['#7a1f91', '#c36abb'],
  'line-5': ['#1b2026', '#eeeff2'],
  'line-6': ['#642708', '#f5474a'],
  up: ['#0b7468', '#4cc7b3'],
  down: ['#a82c58', '#f2809f'],
  good: ['#0b6b57', '#63cdb5'],
  'good-ground': ['#e3f3ee', '#12302b'],
  warn: ['#8a5200', '#e8b15a'],
  'warn-ground': ['#fbf0dc', '#35280f'],
  bad: ['#a82c58', '#f2809f'],
  'bad-ground': ['#fbe8ee', '#3a1824'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>

export type ColourName = keyof typeof pairs
export type Palette = Readonly<Record<ColourName, string>>

/** The looks a picture comes in; the first is the one nobody asked for. */
export const pictureThemes = ['light', 'dark'] as const
export type PictureTheme = (typeof pictureThemes)[number]

const made = (at: 0 | 1) => Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[at]])) as Palette

/** The colours of each theme by the names of their tokens, as `#rrggbb`. */
export const palettes: Readonly<Record<PictureTheme, Palette>> = { light: made(0), dark: made(1) }

/** For who reads rising as red, as in China. */
const turned: Readonly<Record<PictureTheme, Pick<Palette, 'up' | 'down'>>> = {
  light: { up: '#c4262e', down: '#0b5f50' },
  dark: { up: '#ff8f8a', down: '#37b59c' },
}

/** A palette with the colours of rising and falling that a reader is used to. */
export function withRising(palette: Palette, theme: PictureTheme, rising: Rising): Palette {
  return rising === 'red' ? { ...palette, ...turned[theme] } : palette
}
