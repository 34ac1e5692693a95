import { describe, expect, test } from 'vitest'
import { seenPosition } from '@/lib/live/seen'
import { readSettings, SettingsError } from '@/lib/settings'
import { lagClock } from '@/lib/store/replica/lag'

describe('the lag of a replica', () => {
  test('is the age of the oldest thing it lacks, and none when it lacks nothing', () => {
    const clock = lagClock()
    expect(clock.lagMs(5n, 0)).toBe(0)
    clock.note({ at: 1_000, position: 10n })
    clock.note({ at: 2_000, position: 20n })
    clock.note({ at: 3_000, position: 20n })
    expect(clock.lagMs(10n, 3_500)).toBe(1_500)
    expect(clock.lagMs(20n, 3_600)).toBe(0)
  })

  test('is not forgotten however long it lasts, in a bounded memory', () => {
    const clock = lagClock()
    for (let second = 1; second <= 10_000; second++) clock.note({ at: second * 1_000, position: BigInt(second) })
    expect(clock.lagMs(0n, 10_000_000)).toBeGreaterThan(9_000_000)
    expect(clock.lagMs(9_999n, 10_000_000)).toBe(0)
    expect(clock.lagMs(10_000n, 10_000_000)).toBe(0)
  })
})

describe('how far a reader was told of changes', () => {
  const id = '812345-1795500000-777'
  test.each([
    [{ cookie: `theme=dark; tidemark-seen=${id}; x=1`, lastEventId: undefined }, 777n],
    [{ cookie: undefined, lastEventId: id }, 777n],
    [{ cookie: `tidemark-seen=${id}`, lastEventId: '812345-1795500000-999' }, 999n],
    [{ cookie: 'tidemark-seen=812345-1795500000', lastEventId: null }, undefined],
    [{ cookie: `not-tidemark-seen=${id}`, lastEventId: 'x' }, undefined],
    [{ cookie: null, lastEventId: undefined }, undefined],
  ])('is read of %j', (headers, position) => {
    expect(seenPosition(headers)).toBe(position)
  })
})

describe('the settings of several databases', () => {
  const [pooler, direct] = ['postgresql://t@pooler:6432/tidemark', 'postgresql://t@primary/tidemark']
  const problems = (env: Record<string, string>) => {
    try {
      readSettings(env)
      return []
    } catch (error) {
      if (error instanceof SettingsError) return error.problems.map((problem) => problem.split(':', 1)[0])
      throw error
    }
  }
  test.each([
    [{ DATABASE_URL: pooler, DATABASE_DIRECT_URL: direct, DATABASE_REPLICA_URL: direct }, []],
    [{ DATABASE_URL: `${pooler}?pgbouncer=false` }, []],
    [{ DATABASE_URL: `${pooler}?pgbouncer=true` }, ['DATABASE_DIRECT_URL']],
    [{ DATABASE_URL: pooler, DATABASE_DIRECT_URL: `${direct}?pgbouncer=true` }, ['DATABASE_DIRECT_URL']],
    [{ DATABASE_REPLICA_URL: direct }, ['DATABASE_URL']],
    [{ DATABASE_DIRECT_URL: direct }, ['DATABASE_URL']],
  ])('%j', (env, wrong) => {
    expect(problems(env)).toEqual(wrong)
  })
})
