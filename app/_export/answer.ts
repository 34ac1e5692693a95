import { drawPicture } from '@/app/_picture/draw'
import { createKept } from '@/app/_picture/kept'
import { lookOf, type PictureSize, pictureSizes } from '@/app/_picture/look'
import { pictureThemes } from '@/app/_picture/palette'
import { hrefWith } from '@/app/_ui/url'
import { csvText, fileName } from '@/lib/api/csv/csv'
import { risings } from '@/lib/api/display'
import { jsonOf, viewAddress, withHead } from './head'
import { chosenWord, refuse } from './problems'
import type { View, ViewRequest } from './view'

export const formats = ['csv', 'json', 'png'] as const
export type Format = (typeof formats)[number]

/** A view as asked for: which one, in which form, under which address. */
export interface Asked extends ViewRequest {
  readonly open: View
  readonly names: readonly string[]
  /** Decoded, without its ending. */
  readonly path: string
  /** Scheme, host and port under which the site is read. */
  readonly origin: string
}

/** What goes back: the bytes and the name of their file. */
export interface Answer {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly file: string
}

async function opened({ open, names, query, language, now }: Asked) {
  const view = await open({ query, language, now }, ...names)
  refuse(view.problems)
  return view
}

/** The table asked for, or the first one, as CSV or JSON. */
export async function tableAnswer(asked: Asked, format: 'csv' | 'json'): Promise<Answer> {
  const view = await opened(asked)
  const [first = '', ...others] = Object.keys(view.tables)
  const table = chosenWord(asked.query, 'table', [first, ...others])
  const made = await view.tables[table]?.()
  if (!made) throw new Error(`The view ${view.path} has no table`)
  const whole = withHead(view, made, { ...asked, table })
  return {
    body: format === 'csv' ? csvText(whole) : jsonOf(whole),
    file: fileName(['tidemark', ...view.name, ...(table === first ? [] : [table])], format),
  }
}

// A link that many open draws its picture once a minute; a picture has 60 to 150 KB.
const kept = createKept<Answer>(64, 60)

/** The picture of a view. */
export async function pictureAnswer(asked: Asked): Promise<Answer> {
  const { query, language, now, path, origin } = asked
  const choices = {
    size: chosenWord(query, 'size', Object.keys(pictureSizes) as PictureSize[]),
    theme: chosenWord(query, 'theme', pictureThemes),
    rising: chosenWord(query, 'rising', risings),
  }
  const key = `${language} ${origin} ${hrefWith(path, query, {})}`
  return kept(key, now.getTime(), async () => {
    const view = await opened(asked)
    const address = viewAddress(view, query, origin).replace(/^https?:\/\//, '')
    const look = lookOf(language, choices)
    const body = new Uint8Array(await drawPicture(view.picture(look), decoded(address), look))
    return { body, file: fileName(['tidemark', ...view.name], 'png') }
  })
}

const longestAddress = 56

/** An address as people read it; a long one loses its query’s end. */
function decoded(address: string): string {
  const text = decodeURI(address)
  return text.length > longestAddress ? `${text.slice(0, longestAddress - 1)}…` : text
}
