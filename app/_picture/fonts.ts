import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codePointsOf } from './coverage'

type Weight = 400 | 600

interface Font {
  readonly name: string
  readonly data: Buffer
  readonly weight: Weight
  readonly style: 'normal'
}

export interface Fonts {
  readonly all: Font[]
  /** Whether every weight has a glyph for a character. */
  readonly has: (character: string) => boolean
}

/** The two families in the order they are asked: Latin text has its own file, all else is in the Chinese one. */
export const fontFamily = 'Latin, Han'
const files = { Latin: 'latin', Han: 'chinese-simplified' } as const
const weights: readonly Weight[] = [400, 600]

// Not by import.meta.resolve: the bundler would take the fonts, 3 MB, into the code of the server.
const folder = join(process.cwd(), 'node_modules', '@fontsource', 'noto-sans-sc', 'files')

async function read(): Promise<Fonts> {
  const all = await Promise.all(
    Object.entries(files).flatMap(([name, subset]) =>
      weights.map(async (weight): Promise<Font> => {
        const data = await readFile(join(folder, `noto-sans-sc-${subset}-${weight}-normal.woff`))
        return { name, data, weight, style: 'normal' }
      }),
    ),
  )
  const known = weights.map((weight) =>
    all.filter((font) => font.weight === weight).map(({ data }) => codePointsOf(data)),
  )
  const has = (character: string) => {
    const code = character.codePointAt(0) ?? 0
    return known.every((sets) => sets.some((set) => set.has(code)))
  }
  return { all, has }
}

let loaded: Promise<Fonts> | undefined

/** The fonts of all pictures, read once. */
export function pictureFonts(): Promise<Fonts> {
  loaded ??= read()
  return loaded
}
