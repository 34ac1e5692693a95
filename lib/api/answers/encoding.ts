import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How the bytes of an answer may be packed; `identity` is not at all. */
export type Encoding = 'br' | 'gzip' | 'identity'

const packs = ['br', 'gzip'] as const

/** Name and weight (RFC 9110, 12.4.2) of a member of Accept-Encoding. */
function weighted(member: string): [name: string, weight: number] {
  const [name = '', ...parameters] = member.split(';').map((part) => part.trim().toLowerCase())
  const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
  return [name, Number.isFinite(q) ? q : 0]
}

/**
 * The encoding that an `Accept-Encoding` header wants most of those we have, the smaller one of two that are wanted alike; `identity` without a header, or when it wants none of ours. Pure.
 */
export function encodingOf(header: string | null | undefined): Encoding {
  if (!header) return 'identity'
  const weights = new Map(header.split(',').map(weighted))
  const of = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const most = Math.max(...packs.map(of))
  // What is not named may be sent as it is, unless something else is wanted more.
  if (most === 0 || most < (weights.get('identity') ?? 0)) return 'identity'
  return packs.find((pack) => of(pack) === most) ?? 'identity'
}

const [packGzip, packBrotli] = [promisify(gzip), promisify(brotliCompress)]

/** The bytes packed, off the main thread. Quality 5 of brotli takes as long as gzip's default, and packs series a tenth smaller. */
export function packed(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  if (encoding === 'gzip') return packGzip(body)
  return packBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}
