import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Answer, entityTag, matchesTag } from '@/lib/api/answers/answer'
import { encodingOf } from '@/lib/api/answers/encoding'
import { batchedProbe } from '@/lib/api/answers/probe'
import { sampled } from '@/lib/api/bars/sampled'
import type { BarsView } from '@/lib/api/bars/schema'
import { Memory } from '@/lib/api/memory/memory'

describe('memory', () => {
  test('it never holds more than its bytes, whatever is put in, and forgets what was used longest ago', () => {
    const memory = new Memory(10_000)
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.nat(40), bytes: fc.integer({ min: 0, max: 3_000 }) }), { maxLength: 200 }),
        (puts) => {
          for (const { key, bytes } of puts) {
            memory.set(`k${key}`, key, bytes)
            expect(memory.bytes).toBeLessThanOrEqual(10_000)
          }
        },
      ),
      { numRuns: 50 },
    )
    const small = new Memory(5_000)
    for (const key of ['a', 'b', 'c']) small.set(key, key, 400)
    small.get('a')
    for (let i = 0; i < 8; i++) small.set(`more ${i}`, i, 400)
    expect([small.get('a'), small.get('b'), small.get('c')]).toEqual(['a', undefined, undefined])
    small.resize(0)
    expect([small.size, small.bytes]).toEqual([0, 0])
    small.set('a', 1, 1)
    expect(small.get('a')).toBeUndefined()
  })
})

describe('encodings', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.1, gzip;q=0.8', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['deflate', 'identity'],
    ['gzip;q=nonsense', 'identity'],
  ])('Accept-Encoding %j gets %s', (header, expected) => {
    expect(encodingOf(header)).toBe(expected)
  })

  test('an answer is packed once, to the same bytes for all, and each encoding has a tag of its own', async () => {
    const answer = new Answer('name', Buffer.from('{"session":[]}'.repeat(100)))
    const [one, other] = await Promise.all([answer.bytes('br'), answer.bytes('br')])
    expect(one).toBe(other)
    expect(brotliDecompressSync(one).equals(answer.body)).toBe(true)
    expect(gunzipSync(await answer.bytes('gzip')).equals(answer.body)).toBe(true)
    const tags = (['identity', 'gzip', 'br'] as const).map((encoding) => entityTag('name', encoding))
    expect(tags).toEqual(['"name"', '"name-gzip"', '"name-br"'])
    expect(['"name"', 'W/"name"', '"x", "name"', '*'].map((header) => matchesTag(header, '"name"'))).toEqual(
      Array(4).fill(true),
    )
    expect([undefined, '', 'name', '"name-br"'].map((header) => matchesTag(header, '"name"'))).toEqual(
      Array(4).fill(false),
    )
  })
})

test('a probe is shared by those who ask while another is under way, and never answers with what was read before it was asked', async () => {
  let [read, asked] = [0, 0]
  const release: (() => void)[] = []
  const probe = batchedProbe(async (symbols) => {
    asked++
    const at = ++read
    await new Promise<void>((done) => release.push(done))
    return new Map(symbols.filter((symbol) => symbol !== 'none').map((symbol) => [symbol, at]))
  })
  const first = probe('A')
  await new Promise(setImmediate)
  const later = [probe('A'), probe('B'), probe('none')]
  release.shift()?.()
  expect(await first).toBe(1)
  await new Promise(setImmediate)
  release.shift()?.()
  expect(await Promise.all(later)).toEqual([2, 2, null])
  expect(asked).toBe(2)
})

test('a probe that fails tells all who waited for it, and the next one is asked', async () => {
  let fails = true
  const probe = batchedProbe(async () => {
    if (fails) throw new Error('gone')
    return new Map([['A', 1]])
  })
  await expect(Promise.all([probe('A'), probe('B')])).rejects.toThrow('gone')
  fails = false
  expect(await probe('A')).toBe(1)
})

const bar = fc.record({
  open: fc.float({ min: 1, max: 100, noNaN: true }),
  more: fc.float({ min: 0, max: 9, noNaN: true }),
  less: fc.float({ min: 0, max: Math.fround(0.9), noNaN: true }),
  volume: fc.option(fc.nat(1_000), { freq: 10 }),
  settled: fc.boolean(),
})

test('a sampled series has the first open, highest high, lowest low, last close and sum of volumes of every part, and all sessions are in one part', () => {
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 120 }), fc.integer({ min: 2, max: 40 }), (bars, points) => {
      const view = {
        session: bars.map((_, i) => `s${String(i).padStart(4, '0')}`),
        open: bars.map(({ open }) => open),
        high: bars.map(({ open, more }) => open + more),
        low: bars.map(({ open, less }) => open - less),
        close: bars.map(({ open, more, less }) => (more > 4 ? open + more / 2 : open - less / 2)),
        volume: bars.map(({ volume }) => volume),
        settled: bars.map(({ settled }) => settled),
        meta: { rows: bars.length } as BarsView['meta'],
      }
      const out = sampled(view, points)
      if (bars.length <= points) {
        expect(out).toBe(view)
        return
      }
      expect(out.meta).toMatchObject({ rows: points, sampled: { of: bars.length, points } })
      expect(out.session).toHaveLength(points)
      let from = 0
      for (const [i, session] of out.session.entries()) {
        const to = view.session.indexOf(session) + 1
        const part = <T>(column: readonly T[]) => column.slice(from, to)
        const volumes = part(view.volume)
        expect(to).toBeGreaterThan(from)
        expect([out.open[i], out.high[i], out.low[i], out.close[i], out.volume[i], out.settled[i]]).toEqual([
          view.open[from],
          part(view.high).sort((a, b) => b - a)[0],
          part(view.low).sort((a, b) => a - b)[0],
          view.close[to - 1],
          volumes.includes(null) ? null : volumes.reduce<number>((a, b) => a + (b ?? 0), 0),
          !part(view.settled).includes(false),
        ])
        from = to
      }
      expect(from).toBe(bars.length)
    }),
    { numRuns: 60 },
  )
})
