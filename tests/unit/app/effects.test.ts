import { describe, expect, test } from 'vitest'
import { effectSize, effectsOf } from '@/app/_data/effects'
import type { AcrossRowView } from '@/lib/api/across/view'

const row = (event: string, symbol: string, car: number | null, verdict: AcrossRowView['verdict']): AcrossRowView => ({
  ...{ event, title: event, titleZh: event, kind: 'event', tags: [], symbol, name: symbol, nameZh: symbol },
  ...{ day0: '2025-08-22', verdict, car, percent: null, lo: null, hi: null, se: null, t: null, p: null, pHolm: null },
  ...{ placeboHolm: null, minimumDetectable: null, pHolmAll: null, pFalseDiscovery: null, counted: true },
  ...{ sharedWith: null, refusal: null },
})

describe('effects of events', () => {
  const effects = effectsOf([
    row('fall', 'NVDA', -0.18, 'no-detectable-move'),
    row('fall', '688256.SS', 0.05, 'moved'),
    row('refused', 'NVDA', null, 'cannot-be-decided'),
  ])

  test('take the largest move whatever its sign, and the most that is said', () => {
    const fall = effects.get('fall')
    expect(fall?.rows.map(({ symbol }) => symbol)).toEqual(['NVDA', '688256.SS'])
    expect(fall?.largest?.symbol).toBe('NVDA')
    expect(fall?.verdict).toBe('moved')
    expect(effectSize(fall)).toBe(0.18)
  })

  test('are smaller than any where nothing could be tested', () => {
    expect(effects.get('refused')?.largest).toBeNull()
    expect(effectSize(effects.get('refused'))).toBe(-1)
    expect(effectSize(effects.get('none'))).toBe(-1)
  })
})
