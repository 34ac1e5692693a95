import { describe, expect, test } from 'vitest'
import { barFeedsFor, feedIdsFor, feedInfo, feedInfoOf, ratesFeed, revenueFeed } from '@/lib/feeds/registry'
import { mics } from '@/lib/market/exchange'

describe('the registry', () => {
  test('has a feed of bars for every exchange, which waits for the delay of its prices', () => {
    for (const mic of mics) {
      expect(barFeedsFor(mic).length).toBeGreaterThan(0)
      // Hong Kong's auction ends 10 minutes after its close, and Yahoo is 15 to 20 minutes late.
      for (const feed of barFeedsFor(mic)) expect(feed.delayMinutes).toBeGreaterThanOrEqual(30)
    }
  })

  test('describes every feed it hands out, each with a setting of its own', () => {
    const handedOut = [
      ...mics.flatMap((mic) => [
        ...feedIdsFor('bars', mic),
        ...feedIdsFor('revenue', mic),
        ...feedIdsFor('actions', mic),
      ]),
      ratesFeed.id,
    ]
    for (const id of handedOut) expect(feedInfoOf(id).name).not.toBe('')
    expect(new Set(feedInfo.map(({ originSetting }) => originSetting)).size).toBe(feedInfo.length)
    expect(new Set(handedOut)).toEqual(new Set(feedInfo.map(({ id }) => id)))
  })

  test('has the second and third feed where the design has them, and none of them for actions', () => {
    const bars = Object.fromEntries(mics.map((mic) => [mic, feedIdsFor('bars', mic)]))
    expect(bars).toEqual({
      XSHG: ['yahoo', 'tencent', 'eastmoney'],
      XHKG: ['yahoo', 'tencent', 'eastmoney'],
      XNYS: ['yahoo', 'eastmoney'],
      XNAS: ['yahoo', 'eastmoney'],
    })
    for (const mic of mics) expect(feedIdsFor('actions', mic)).toEqual(['yahoo'])
  })

  test('names what it does not know', () => {
    expect(() => revenueFeed('yahoo')).toThrow(/"yahoo" is no feed of revenue/)
    expect(() => feedInfoOf('stooq')).toThrow(/"stooq" is no feed/)
  })
})
