import { describe, expect, test } from 'vitest'
import { admission } from '@/lib/live/admission'
import { eventIdText, parseEventId } from '@/lib/live/eventId'
import type { Frame } from '@/lib/live/frame'
import { type HubEvent, startHub } from '@/lib/live/hub'
import { parseInterest, TopicsError } from '@/lib/live/interest'
import { beatFrame, liveStream } from '@/lib/live/stream'
import type { LiveLine } from '@/lib/store/live/read'

describe('an event’s id', () => {
  test('says where the reader stands, there and back', () => {
    const id = { horizon: 812_345n, at: new Date('2026-11-24T10:00:00Z') }
    expect(parseEventId(eventIdText(id))).toEqual(id)
    expect(parseEventId(eventIdText({ ...id, position: 23_456_789n }))).toEqual({ ...id, position: 23_456_789n })
  })
  test.each(['', '1', '1-', '-1', 'a-1', '1-2-', '1-2-3-4', `${'9'.repeat(30)}-1`])('%j is none', (text) => {
    expect(parseEventId(text)).toBeNull()
  })
})

describe('an interest', () => {
  test.each([
    [null, 'quotes', 'NVDA', true],
    ['quotes', 'quotes', 'NVDA', true],
    ['quotes', 'events', 'x', false],
    ['quotes:NVDA', 'quotes', 'NVDA', true],
    ['quotes:NVDA', 'quotes', '688256.SS', false],
    ['quotes:NVDA', 'quotes', '', true],
    ['quotes:NVDA,quotes', 'quotes', '688256.SS', true],
  ] as const)('%j of %s %s: %s', (text, topic, key, wanted) => {
    expect(parseInterest(text).wants({ topic, key })).toBe(wanted)
  })
  test('the same topics in another order are the same interest', () => {
    expect(parseInterest('events,quotes:B,quotes:A').text).toBe(parseInterest('quotes:A,events,quotes:B,events').text)
  })
  test('what is no topic is refused', () => {
    expect(() => parseInterest('quotes,weather')).toThrow(TopicsError)
  })
})

/** A reader that reads when it is told to. */
function slowSink() {
  const written: string[] = []
  let then: (() => void) | null = null
  const state = { free: true, destroyed: false }
  return {
    ...{ written, state },
    write: ({ text }: Frame) => {
      written.push(text)
      return state.free
    },
    onceDrained: (next: () => void) => {
      then = next
    },
    drain: () => {
      state.free = true
      then?.()
    },
    end: () => undefined,
    destroy: () => {
      state.destroyed = true
    },
  }
}
const event = (id: string, ...keys: string[]): HubEvent => ({
  ...{ id, status: 'live' },
  changes: keys.map((key) => ({ topic: 'quotes', key })),
})

describe('a reader that does not keep up', () => {
  test('is told once of what changed often, with the newest id, and costs no more memory for it', () => {
    const sink = slowSink()
    const stream = liveStream(sink, parseInterest(null))
    stream.open({ id: '1-1', status: 'live' }, [])
    sink.state.free = false
    stream.tell(event('2-1', 'A'))
    for (let n = 3; n < 10_000; n++) stream.tell(event(`${n}-1`, n % 2 ? 'A' : 'B'))
    const before = sink.written.length
    sink.drain()
    expect(sink.written.slice(before)).toEqual([
      'id: 9999-1\nevent: change\ndata: {"changes":[{"topic":"quotes","key":"A"},{"topic":"quotes","key":"B"}]}\n\n',
    ])
  })

  test('is told of the whole topic when too many of its keys have changed', () => {
    const sink = slowSink()
    const stream = liveStream(sink, parseInterest(null))
    stream.open({ id: '1-1', status: 'live' }, [])
    sink.state.free = false
    for (let n = 2; n < 500; n++) stream.tell(event(`${n}-1`, `k${n}`))
    sink.drain()
    expect(sink.written.at(-1)).toContain('{"changes":[{"topic":"quotes","key":""}]}')
  })

  test('is let go when it has not read for a minute', () => {
    const sink = slowSink()
    const stream = liveStream(sink, parseInterest(null))
    sink.state.free = false
    stream.open({ id: '1-1', status: 'live' }, [])
    stream.beat(beatFrame('1-1'), '1-1', Date.now() + 30_000)
    expect(sink.state.destroyed).toBe(false)
    stream.beat(beatFrame('1-1'), '1-1', Date.now() + 61_000)
    expect(sink.state.destroyed).toBe(true)
  })
})

test('a cap holds, an address is forgotten with its last reader, and a place is given back once', () => {
  const gate = admission({ total: 3, perAddress: 2 })
  const [one, , other] = [gate.enter('a'), gate.enter('a'), gate.enter('b')]
  expect(gate.enter('c')).toBe('total')
  if (typeof one !== 'function' || typeof other !== 'function') throw new Error('refused')
  other()
  other()
  expect(gate.admitted).toBe(2)
  expect(gate.enter('a')).toBe('address')
  one()
  expect(typeof gate.enter('a')).toBe('function')
})

describe('the hub', () => {
  /** A log whose lines appear in the order of commits. */
  function fakeLog() {
    const committed: LiveLine[] = []
    const state = { horizon: 1n, fails: false }
    return {
      ...{ committed, state },
      commit: (id: bigint, transaction: bigint, horizon: bigint) => {
        committed.push({ id, topic: 'events', key: String(id), transaction })
        state.horizon = horizon
      },
      read: async (since: bigint) => {
        if (state.fails) throw new Error('the store does not answer')
        const lines = committed.filter(({ transaction }) => transaction >= since)
        return { horizon: state.horizon, lines }
      },
    }
  }
  async function hubOf(log: ReturnType<typeof fakeLog>) {
    let state: (listening: boolean) => void = () => undefined
    const hub = await startHub({
      horizon: async () => log.state.horizon,
      read: log.read,
      listen: ({ onState }) => {
        state = onState
        return { stop: async () => undefined }
      },
      now: () => new Date('2026-11-24T00:00:00Z'),
      pollMs: 60_000,
    })
    const told: string[] = []
    hub.subscribe(({ changes, status }) => told.push(...(changes.length ? changes.map(({ key }) => key) : [status])))
    return { hub, told, listening: (yes: boolean) => state(yes) }
  }

  test('tells each line once, though an unfinished transaction keeps it coming', async () => {
    const log = fakeLog()
    const { hub, told } = await hubOf(log)
    // Transaction 5 is still running, so nothing from 5 on is below the horizon.
    log.commit(11n, 6n, 5n)
    await hub.look()
    await hub.look()
    log.commit(10n, 5n, 7n)
    await hub.look()
    await hub.look()
    expect(told).toEqual(['11', '10'])
    await hub.stop()
  })

  test('is degraded while it cannot listen or read', async () => {
    const log = fakeLog()
    const { hub, told, listening } = await hubOf(log)
    expect(hub.status).toBe('degraded')
    listening(true)
    log.state.fails = true
    await hub.look()
    log.state.fails = false
    await hub.look()
    listening(false)
    expect(told).toEqual(['live', 'degraded', 'live', 'degraded'])
    await hub.stop()
  })
})
