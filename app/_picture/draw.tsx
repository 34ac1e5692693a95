import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import { pictureTexts } from '@/app/_ui/messages/picture'
import { Frame, type Picture } from './Frame'
import { pictureFonts } from './fonts'
import { legibleIn } from './legible'
import { createLimit } from './limit'
import type { Look } from './look'

// Layout and glyphs keep the one thread of the server busy for a tenth of a second or more: two at a time, and a short queue.
const limited = createLimit(2, 8)

async function drawn(picture: Picture, address: string, look: Look): Promise<Buffer> {
  const { all, has } = await pictureFonts()
  const { product } = pictureTexts[look.language]
  const element = legibleIn(<Frame {...{ picture, address, product, look }} />, has) as ReactElement
  const response = new ImageResponse(element, { width: look.width, height: look.height, fonts: all })
  return Buffer.from(await response.arrayBuffer())
}

/** Draws a picture of a view as PNG. `address` is the view’s without its scheme. Rejects with `Busy` when too many wait. */
export function drawPicture(picture: Picture, address: string, look: Look): Promise<Buffer> {
  return limited(() => drawn(picture, address, look))
}
