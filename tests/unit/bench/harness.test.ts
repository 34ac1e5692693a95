import { describe, expect, test } from 'vitest'
import { assertAgreement, type BenchCase, largestDifference } from '@/tests/bench/bench'
import { indicatorCases } from '@/tests/bench/indicators'
import { measure } from '@/tests/bench/measure'

const few = { warmUp: 1, rounds: 4, peerRounds: 2 }
const cases = indicatorCases(400)
const work: BenchCase = { name: 'a sum', size: '3 rows', limit: 2, floor: () => [1, 2, 3], subject: () => [1, 2, 3] }

describe('the benches of the indicators', () => {
  test.each(cases.map((each) => [each.name, each] as const))(
    '%s: floor, ours and peers compute the same',
    (_name, each) => {
      expect(() => assertAgreement(each)).not.toThrow()
      expect(each.floor()).toHaveLength(400)
      expect(Number.isFinite(each.subject()[399])).toBe(true)
    },
  )

  test('names the libraries and the limits', () => {
    const peers = cases.flatMap((each) => (each.peers ?? []).map(({ name }) => `${each.name}: ${name}`))
    expect(peers).toEqual([
      'SMA 20: technicalindicators',
      'SMA 20: simple-statistics',
      'EMA 20: technicalindicators',
      'RSI 14: technicalindicators',
      'rolling beta 60: simple-statistics',
    ])
    expect(cases.map(({ limit }) => limit)).toEqual(cases.map(() => 1.5))
  })
})

describe('the harness', () => {
  test('runs floor, ours and peers in turn, the peers in fewer rounds', () => {
    const calls: string[] = []
    const noted = (name: string) => () => {
      calls.push(name)
      return [1]
    }
    const peers = [{ name: 'peer', run: noted('peer') }]
    const got = measure({ ...work, floor: noted('floor'), subject: noted('ours'), peers }, few)
    const agreement = ['floor', 'ours', 'peer']
    const whole = ['floor', 'ours', 'peer']
    const own = ['floor', 'ours']
    expect(calls).toEqual([...agreement, ...own, ...whole, ...whole, ...own, ...own])
    expect(got).toMatchObject({ name: 'a sum', limit: 2, floor: { name: 'floor', ratio: 1, minRatio: 1, maxRatio: 1 } })
    expect(got.within).toBe(got.ours.ratio <= 2)
    for (const { minMs, medianMs, maxMs } of [got.floor, got.ours, ...got.peers]) {
      expect(minMs <= medianMs && medianMs <= maxMs).toBe(true)
    }
  })

  test('refuses to compare what does not compute the same, and says who', () => {
    expect(() => measure({ ...work, subject: () => [1, 2, 4] }, few)).toThrow('a sum: ours lies')
    const peer = { name: 'other', run: () => [1, 2.5, 3] }
    expect(() => measure({ ...work, peers: [peer] }, few)).toThrow('a sum: other lies 0.25 from the floor')
    expect(() => measure({ ...work, peers: [{ ...peer, tolerance: 0.3 }] }, few)).not.toThrow()
  })

  test('compares from the end, and takes a figure that one side has not for a difference', () => {
    expect(largestDifference([Number.NaN, 2, 3], [2, 3])).toBe(0)
    expect(largestDifference([Number.NaN, 2], [Number.NaN, 2])).toBe(0)
    expect(largestDifference([100], [101])).toBe(0.01)
    expect(largestDifference([0.5], [0.25])).toBe(0.25)
    for (const other of [[Number.NaN], [Number.POSITIVE_INFINITY], []])
      expect(largestDifference([1], other)).toBe(Infinity)
  })
})
