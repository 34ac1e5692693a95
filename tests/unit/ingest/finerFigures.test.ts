import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedBar } from '@/lib/feeds/types'
import { withFinerFigures } from '@/lib/ingest/finerFigures'

const stored: FeedBar = {
  session: '2026-07-22',
  ...{ open: '4710.66', high: '4772.082', low: '4692.833', close: '4717.244' },
  volume: 6_439_820n,
}
const coarse = { price: '0.01', volume: 100n }
const one = (bar: FeedBar, rounding: Parameters<typeof withFinerFigures>[2]) =>
  withFinerFigures([bar], [stored], rounding)[0]

describe('a feed that rounds', () => {
  const rounded = { ...stored, high: '4772.08', low: '4692.83', close: '4717.24', volume: 6_439_800n }

  test('changes nothing that is the same but for the rounding, up or down', () => {
    expect(one(rounded, coarse)).toEqual(stored)
    expect(one({ ...rounded, high: '4772.09', volume: 6_439_900n }, coarse)).toEqual(stored)
  })

  test('corrects by a step or more, with all four of its prices', () => {
    const corrected = { ...rounded, close: '4717.26' }
    expect(one(corrected, coarse)).toEqual({ ...corrected, volume: stored.volume })
    expect(one({ ...rounded, volume: 6_439_700n }, coarse)).toEqual({ ...stored, volume: 6_439_700n })
  })

  test('brings a volume where none is stored, and a session that is not', () => {
    const bars = [{ ...rounded, session: '2026-07-23' }]
    expect(withFinerFigures(bars, [stored], coarse)).toEqual(bars)
    const [bar] = withFinerFigures([rounded], [{ ...stored, volume: null }], coarse)
    expect(bar).toEqual({ ...stored, volume: 6_439_800n })
  })

  test('leaves every bar whole: low and high around open and close', () => {
    const price = fc.integer({ min: 1, max: 30 }).map((n) => (n / 1000).toFixed(3))
    const bar = fc.tuple(price, price, price, price).map(([a, b, open, close]): FeedBar => {
      const all = [a, b, open, close].sort()
      return { session: stored.session, open, close, low: all[0] ?? '', high: all[3] ?? '', volume: null }
    })
    fc.assert(
      fc.property(bar, bar, (fed, known) => {
        const got = withFinerFigures([fed], [known], coarse)[0]
        expect([fed, known]).toContainEqual(got)
      }),
    )
  })
})

test('a feed that does not round is taken as it is', () => {
  const fed = { ...stored, close: '4717.243', volume: 6_439_821n }
  expect(one(fed, undefined)).toEqual(fed)
  expect(one(fed, {})).toEqual(fed)
})
