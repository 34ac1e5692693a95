import { inflateSync } from 'node:zlib'

/** The bytes of one table of a WOFF 1.0 file (W3C, WOFF File Format 1.0, section 5). Throws a RangeError when it has none. */
function tableOf(woff: Buffer, tag: string): Buffer {
  const count = woff.readUInt16BE(12)
  for (let at = 44; at < 44 + 20 * count; at += 20) {
    if (woff.toString('latin1', at, at + 4) !== tag) continue
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    return packed < length ? inflateSync(bytes) : bytes
  }
  throw new RangeError(`The font has no table "${tag}"`)
}

/** Code points of a `cmap` subtable of format 4 (OpenType, cmap): segments of 16 bits. */
function segments(table: Buffer, into: Set<number>): void {
  const count = table.readUInt16BE(6) / 2
  for (let i = 0; i < count; i++) {
    const end = table.readUInt16BE(14 + 2 * i)
    const start = table.readUInt16BE(16 + 2 * count + 2 * i)
    const delta = table.readUInt16BE(16 + 4 * count + 2 * i)
    const at = 16 + 6 * count + 2 * i
    const offset = table.readUInt16BE(at)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : table.readUInt16BE(at + offset + 2 * (code - start))
      const glyph = offset === 0 || listed !== 0 ? (listed + delta) & 0xffff : 0
      if (glyph !== 0) into.add(code)
    }
  }
}

/** Code points of a `cmap` subtable of format 12: groups of 32 bits. */
function groups(table: Buffer, into: Set<number>): void {
  const count = table.readUInt32BE(12)
  for (let at = 16; at < 16 + 12 * count; at += 12) {
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++) into.add(code)
  }
}

/** Every code point that a WOFF 1.0 font has a glyph for. */
export function codePointsOf(woff: Buffer): ReadonlySet<number> {
  const cmap = tableOf(woff, 'cmap')
  const found = new Set<number>()
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(at + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) segments(table, found)
    else if (format === 12) groups(table, found)
  }
  return found
}
