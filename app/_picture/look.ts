import type { Rising } from '@/lib/api/display'
import type { Language } from '@/lib/api/language'
import { type Palette, type PictureTheme, palettes, withRising } from './palette'

/** The sizes a picture comes in, in pixels: to put into a text, and what a link shows of itself elsewhere. */
export const pictureSizes = {
  wide: { width: 1600, height: 900, scale: 1 },
  card: { width: 1200, height: 630, scale: 0.84 },
} as const
export type PictureSize = keyof typeof pictureSizes

/** How a picture is to look. */
export interface Look {
  readonly language: Language
  readonly width: number
  readonly height: number
  readonly colours: Palette
  /** A length of the wide picture as one of this. */
  readonly px: (length: number) => number
}

export function lookOf(
  language: Language,
  { size, theme, rising }: { readonly size: PictureSize; readonly theme: PictureTheme; readonly rising: Rising },
): Look {
  const { width, height, scale } = pictureSizes[size]
  const colours = withRising(palettes[theme], theme, rising)
  return { language, width, height, colours, px: (length) => Math.round(length * scale) }
}
