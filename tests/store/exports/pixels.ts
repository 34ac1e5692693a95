import { inflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

export interface Pixels {
  readonly width: number
  readonly height: number
  at(x: number, y: number): Colour
  /** The share of pixels that are not of the colour `ground`, `#rrggbb`. */
  inkShare(ground: string): number
}

/** Predictor of a byte from those left, above and above left (PNG specification, 9.4). */
function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

/** Reads a PNG of 8 bits a channel, RGB or RGBA, not interlaced. Throws for anything else. */
export function pixelsOf(png: Buffer): Pixels {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, type, interlaced] = [png[24], png[25], png[28]]
  if (depth !== 8 || (type !== 6 && type !== 2) || interlaced !== 0)
    throw new Error(`PNG of ${depth} bits, type ${type}`)
  const size = type === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * size
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const a = x >= size ? (out[y * stride + x - size] ?? 0) : 0
      const b = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0
      const c = x >= size && y > 0 ? (out[(y - 1) * stride + x - size] ?? 0) : 0
      const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  const at = (x: number, y: number): Colour => {
    const start = y * stride + x * size
    return [out[start] ?? 0, out[start + 1] ?? 0, out[start + 2] ?? 0]
  }
  return {
    width,
    height,
    at,
    inkShare(ground) {
      const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(ground.slice(from, from + 2), 16))
      let ink = 0
      for (let start = 0; start < out.length; start += size) {
        if (out[start] !== red || out[start + 1] !== green || out[start + 2] !== blue) ink++
      }
      return ink / (width * height)
    },
  }
}
