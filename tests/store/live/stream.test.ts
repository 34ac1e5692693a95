import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startHub } from '@/lib/live/hub'
import { createThing } from '@/lib/store/editable/commands'
import { eventKind } from '@/lib/store/event/editable'
import { noteChange } from '@/lib/store/live/note'
import { liveHorizon, readLiveLines } from '@/lib/store/live/read'
import { sweepLive } from '@/lib/store/live/sweep'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { openReader, type Reader } from './reader'
import { type ServedLive, serveLive } from './served'

let store: FreshStore
let served: ServedLive
const readers: Reader[] = []
beforeAll(async () => {
  store = await freshStore()
})
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close()
  await served?.close()
})
afterAll(() => store.close())

const now = () => ({ now: new Date() })
async function reader(path = '/api/v1/live', headers: Record<string, string> = {}): Promise<Reader> {
  const opened = await openReader(`${served.url}${path}`, headers)
  readers.push(opened)
  return opened
}
const ready = (of: Reader) => of.waitFor(({ event }) => event === 'ready')
const changeOf = (key: string) => (event: { data: { changes?: { key: string }[] } }) =>
  event.data.changes?.some((change) => change.key === key) === true

/** Something that is waited for until it is opened. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((go) => {
    open = go
  })
  return { opened, open: () => open() }
}

describe('the log of live changes', () => {
  test('holds what a command changed, from the same transaction, and nothing of one that failed', async () => {
    const since = await liveHorizon(store.sql)
    const ctx = contextAt('2026-11-24T00:00:00Z')
    const event = {
      ...{ slug: 'told-live', title: 'Told', titleZh: '已告知', text: 'A thing.', textZh: '一件事。' },
      ...{ start: '2026-11-20', precision: 'day', phase: 'unknown', sourceName: 'test', confirmed: true },
    }
    await createThing(store, ctx, eventKind, { ...event, status: 'published' })
    await expect(createThing(store, ctx, eventKind, { ...event, status: 'published' })).rejects.toThrow()
    // Of drafts readers are told nothing, not even what they are called.
    await createThing(store, ctx, eventKind, { ...event, slug: 'drafted' })
    const { lines } = await readLiveLines(store.sql, since)
    expect(lines.map(({ topic, key }) => `${topic} ${key}`)).toEqual(['events told-live'])
  })

  test('loses nothing when transactions commit in another order than they wrote', async () => {
    const start = await liveHorizon(store.sql)
    const [written, held] = [gate(), gate()]
    const slow = store.sql.begin(async (sql) => {
      await noteChange(sql, now(), 'events', 'first-written')
      written.open()
      await held.opened
    })
    await written.opened
    await noteChange(store.sql, now(), 'events', 'first-committed')
    const between = await readLiveLines(store.sql, start)
    expect(between.lines.map(({ key }) => key)).toEqual(['first-committed'])
    held.open()
    await slow
    const after = await readLiveLines(store.sql, between.horizon)
    // The earlier id is there, though a later one was told before.
    expect(after.lines.map(({ key }) => key)).toEqual(['first-written', 'first-committed'])
    expect((await readLiveLines(store.sql, after.horizon)).lines).toEqual([])
  })
})

describe('a reader of the stream', () => {
  test('is told of a commit at once, and only of what it asked for', async () => {
    served = await serveLive(store)
    const [all, nvidia] = [await reader(), await reader('/api/v1/live?topics=quotes:NVDA,events')]
    expect(all.response.headers).toMatchObject({
      ...{ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' },
      'x-accel-buffering': 'no',
    })
    await Promise.all([ready(all), ready(nvidia)])
    const began = performance.now()
    for (const key of ['688256.SS', 'NVDA']) await noteChange(store.sql, now(), 'quotes', key)
    await Promise.all([all.waitFor(changeOf('NVDA')), nvidia.waitFor(changeOf('NVDA'))])
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(all.changes()).toEqual(['quotes 688256.SS', 'quotes NVDA'])
    expect(nvidia.changes()).toEqual(['quotes NVDA'])
    // A change of the whole topic concerns whoever wants a part of it.
    await noteChange(store.sql, now(), 'quotes')
    await nvidia.waitFor(({ data }) => data.changes?.some(({ key }) => key === '') === true)
  })

  test('that comes back is told what it missed, once each, and that nothing is missing', async () => {
    served = await serveLive(store)
    const first = await reader()
    await ready(first)
    await noteChange(store.sql, now(), 'quotes', 'A')
    const { id } = await first.waitFor(changeOf('A'))
    first.close()
    for (const key of ['B', 'C', 'B']) await noteChange(store.sql, now(), 'quotes', key)
    for (const again of [
      await reader('/api/v1/live', { 'Last-Event-ID': id }),
      await reader(`/api/v1/live?since=${id}`),
    ]) {
      expect((await ready(again)).data).toEqual({ status: 'live', complete: true })
      await again.waitFor(changeOf('C'))
      expect(
        again
          .changes()
          .filter((change) => change !== 'quotes A')
          .sort(),
      ).toEqual(['quotes B', 'quotes C'])
    }
  })

  test('that comes back to another process is told the same', async () => {
    served = await serveLive(store)
    const first = await reader()
    await ready(first)
    await noteChange(store.sql, now(), 'quotes', 'A')
    const { id } = await first.waitFor(changeOf('A'))
    const other = await serveLive(store)
    await noteChange(store.sql, now(), 'quotes', 'B')
    const again = await openReader(`${other.url}/api/v1/live?since=${id}`)
    await again.waitFor(changeOf('B'))
    again.close()
    await other.close()
  })

  test('that connects while things change misses none of them, however the two fall together', async () => {
    served = await serveLive(store)
    const start = served.live.hub.id
    const told = 40
    const writing = (async () => {
      for (let n = 0; n < told; n++) await noteChange(store.sql, now(), 'events', `n${n}`)
    })()
    const opened: Reader[] = []
    while (opened.length < 20) opened.push(await reader(`/api/v1/live?since=${start}`))
    await writing
    await Promise.all(opened.map((one) => one.waitFor(changeOf(`n${told - 1}`))))
    const wanted = Array.from({ length: told }, (_, n) => `events n${n}`)
    for (const one of opened) expect([...new Set(one.changes())].sort()).toEqual([...wanted].sort())
  })

  test('is told to read everything when its id is of no use', async () => {
    served = await serveLive(store)
    const old = `1-${Math.floor(Date.now() / 1000) - 20 * 3_600}`
    for (const id of ['nonsense', old, '99999999999-1']) {
      const one = await reader('/api/v1/live', { 'Last-Event-ID': id })
      expect((await ready(one)).data).toEqual({ status: 'live', complete: false })
    }
  })

  test('hears that it is degraded when listening breaks, is told what changes all the same, and when it is over', async () => {
    served = await serveLive(store)
    const one = await reader()
    await ready(one)
    await noteChange(store.sql, now(), 'runs', 'warm')
    await one.waitFor(changeOf('warm'))
    await store.sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tidemark live'`
    await noteChange(store.sql, now(), 'quotes', 'UNHEARD')
    await one.waitFor(({ event, data }) => event === 'status' && data.status === 'degraded')
    await one.waitFor(changeOf('UNHEARD'))
    await one.waitFor(({ event, data }) => event === 'status' && data.status === 'live', 15_000)
    await noteChange(store.sql, now(), 'quotes', 'HEARD')
    await one.waitFor(changeOf('HEARD'))
  })

  test('is told by looking for as long as nobody can listen', async () => {
    const told: string[] = []
    const hub = await startHub({
      horizon: () => liveHorizon(store.sql),
      read: (since) => readLiveLines(store.sql, since),
      listen: () => ({ stop: async () => undefined }),
      now: () => new Date(),
      pollMs: 30,
    })
    hub.subscribe(({ changes }) => told.push(...changes.map(({ key }) => key)))
    await noteChange(store.sql, now(), 'quotes', 'LOOKED')
    await expect.poll(() => told).toEqual(['LOOKED'])
    expect(hub.status).toBe('degraded')
    await hub.stop()
  })

  test('gets signs of life, and is sent away at the end of its time with its place kept', async () => {
    served = await serveLive(store, {}, { times: { beatMs: 40, lifeMs: 400 } })
    const one = await reader()
    const beat = await one.waitFor(({ event }) => event === 'beat')
    expect(beat.id).toMatch(/^\d+-\d+$/)
    await one.ended
    expect(served.live.readers.count).toBe(0)
    await noteChange(store.sql, now(), 'quotes', 'AWAY')
    const again = await reader('/api/v1/live', { 'Last-Event-ID': one.events.at(-1)?.id ?? '' })
    await again.waitFor(changeOf('AWAY'))
  })

  test('beyond the caps is refused with words, and let in when there is room again', async () => {
    served = await serveLive(store, { perAddress: 2 })
    const [one] = [await reader(), await reader()]
    const refused = await fetch(`${served.url}/api/v1/live`)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('LIVE_PER_ADDRESS') })
    one?.close()
    await expect.poll(() => served.live.readers.count).toBe(1)
    expect((await reader()).response.statusCode).toBe(200)
  })

  test.each([
    ['?topics=weather', 400, 'weather'],
    ['?topic=quotes', 400, 'topic'],
    ['?topics=%00', 400, 'topic'],
  ])('that asks for %s is told what is wrong', async (query, status, said) => {
    served = await serveLive(store)
    const answer = await fetch(`${served.url}/api/v1/live${query}`)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.stringify(await answer.json())).toContain(said)
    expect((await fetch(`${served.url}/api/v1/live`, { method: 'POST' })).status).toBe(405)
  })

  test.each([
    ['HTTP/1.0, as some proxies do', 'GET /api/v1/live HTTP/1.0\r\nHost: x\r\n\r\n', /\r\n\r\nretry: 2000\nid: /],
    [
      'a connection on which another answer is not out yet',
      'GET /page HTTP/1.1\r\nHost: x\r\n\r\nGET /api/v1/live HTTP/1.1\r\nHost: x\r\n\r\n',
      /\r\n\r\n[0-9a-f]+\r\nretry: 2000\nid: /,
    ],
  ])('that speaks %s, is told the same', async (_, request, begins) => {
    served = await serveLive(store)
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (read) => {
      text += read
    })
    socket.write(request)
    await expect.poll(() => text).toContain('event: ready')
    await noteChange(store.sql, now(), 'quotes', 'TOLD')
    await expect.poll(() => text).toContain('data: {"changes":[{"topic":"quotes","key":"TOLD"}]}\n\n')
    expect(text.slice(text.lastIndexOf('HTTP/1.1'))).toMatch(begins)
    socket.destroy()
  })

  test('whom nobody lets read gets nothing', async () => {
    served = await serveLive(store, {}, { mayRead: () => false })
    expect((await fetch(`${served.url}/api/v1/live`)).status).toBe(401)
    expect(served.live.readers.count).toBe(0)
  })

  test('leaves when the server stops, told to come back', async () => {
    served = await serveLive(store)
    const one = await reader()
    await ready(one)
    served.live.close()
    await one.ended
    expect(one.response.complete).toBe(true)
  })
})

test('a page is told where the log stood before it was made, whatever its reader sends', async () => {
  served = await serveLive(store)
  const told = await (await fetch(served.url, { headers: { 'x-tidemark-live': 'forged' } })).text()
  expect(told).toBe(served.live.hub.id)
})

test('1,000 readers that come and go leave nobody behind', async () => {
  served = await serveLive(store)
  for (let round = 0; round < 10; round++) {
    const opened = await Promise.all(Array.from({ length: 100 }, () => openReader(`${served.url}/api/v1/live`)))
    for (const one of opened) one.close()
  }
  await expect.poll(() => served.live.readers.count).toBe(0)
  expect(served.live.hub.subscribers).toBe(0)
})

test('lines are swept when they are old', async () => {
  await noteChange(store.sql, { now: new Date('2026-11-24T00:00:00Z') }, 'events', 'old')
  await noteChange(store.sql, { now: new Date('2026-11-25T12:00:00Z') }, 'events', 'young')
  await sweepLive(store.sql, contextAt('2026-11-25T12:00:01Z'))
  const keys = (await readLiveLines(store.sql, 0n)).lines.map(({ key }) => key)
  expect(keys).toContain('young')
  expect(keys).not.toContain('old')
})
