import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BarsView } from '@/lib/api/bars/schema'
import type { EventsView } from '@/lib/api/events/schema'
import { tradingHours } from '@/lib/api/udf/exchange'
import { mics } from '@/lib/market/exchange'
import { sessionClose, sessionOpen, sessionsBetween } from '@/lib/market/sessions'
import { localTime } from '@/lib/market/zone'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

interface SymbolInfo {
  readonly ticker: string
  readonly name: string
  readonly timezone: string
  readonly session: string
  readonly minmov: number
  readonly pricescale: number
  readonly visible_plots_set: string
}
interface Page {
  readonly s: string
  readonly t: number[]
  readonly o: number[]
  readonly h: number[]
  readonly l: number[]
  readonly c: number[]
  readonly v?: number[]
  readonly nextTime?: number
}

const udf = <T>(path: string) => seeded.json<T>(`/api/udf/${path}`)
const query = (of: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(of).map(([name, value]) => [name, String(value)])).toString()
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000
const dateOf = (time: number) => new Date(time * 1000).toISOString().slice(0, 10)
const bars = (symbol: string, adjust = 'split') =>
  seeded.json<BarsView>(`/api/v1/listings/${encodeURIComponent(symbol)}/bars?adjust=${adjust}`)

/** Walks a symbol's history from `to` back, as a chart does that is dragged to the left: pages of `days`, gaps jumped by `nextTime`, until there is nothing before. */
async function walkBack(ticker: string, resolution: string, { to, days }: { to: number; days: number }): Promise<Page> {
  const all: Page = { s: 'ok', t: [], o: [], h: [], l: [], c: [], v: [] }
  let volumes = true
  for (let end = to; ; ) {
    const from = end - days * 86_400
    const page = await udf<Page>(`history?${query({ symbol: ticker, resolution, from, to: end })}`)
    if (page.s === 'no_data') {
      if (page.nextTime === undefined) return volumes ? all : { ...all, v: undefined as never }
      expect(page.nextTime).toBeLessThan(from)
      end = page.nextTime + 1
      continue
    }
    expect(page.s).toBe('ok')
    for (const key of ['t', 'o', 'h', 'l', 'c'] as const) all[key].unshift(...page[key])
    if (page.v === undefined) volumes = false
    else all.v?.unshift(...page.v)
    end = from
  }
}

test('a client walks from the configuration over search and resolve to every bar of every symbol', async () => {
  const config = await udf<{
    supported_resolutions: string[]
    exchanges: { value: string }[]
    supports_search: boolean
  }>('config')
  expect(config).toMatchObject({ supports_marks: true, supports_timescale_marks: true, supports_time: true })
  expect(config.supported_resolutions).toEqual(['1D', '1W', '1M'])
  expect(await (await seeded.api.request('/api/udf/time')).text()).toBe(String(now.getTime() / 1000))
  const found = await udf<{ symbol: string; ticker: string; exchange: string }[]>(
    `search?${query({ query: 'NVIDIA', type: '', exchange: '', limit: 30 })}`,
  )
  expect(found[0]).toMatchObject({ symbol: 'NVDA', full_name: 'NASDAQ:NVDA', exchange: 'NASDAQ', type: 'stock' })
  expect((await udf<{ symbol: string }[]>('search?query=寒武纪&exchange=SSE'))[0]?.symbol).toBe('688256.SS')
  expect(await udf('search?query=NVIDIA&exchange=SSE')).toEqual([])

  const { symbol: all } = await udf<{ symbol: string[] }>('symbol_info?group=')
  expect(all.length).toBe((await seeded.json<{ items: unknown[] }>('/api/v1/listings')).items.length)
  for (const name of all) {
    const info = await udf<SymbolInfo>(`symbols?${query({ symbol: name })}`)
    expect('s' in info).toBe(false)
    const walked = await walkBack(info.ticker, '1D', { to: now.getTime() / 1000, days: 400 })
    const stored = await bars(name)
    expect(walked.t.map(dateOf)).toEqual(stored.session)
    expect([walked.o, walked.h, walked.l, walked.c]).toEqual([stored.open, stored.high, stored.low, stored.close])
    if (info.visible_plots_set === 'ohlcv') expect(walked.v).toEqual(stored.volume)
  }
}, 120_000)

test('prices are split-adjusted unless asked otherwise', async () => {
  const range = { symbol: 'NVDA', resolution: 'D', from: day('2024-06-06'), to: day('2024-06-08') }
  const [split, raw] = [
    await udf<Page>(`history?${query(range)}`),
    await udf<Page>(`history?${query({ ...range, adjust: 'raw' })}`),
  ]
  const traded = await bars('NVDA', 'raw')
  const at = traded.session.indexOf('2024-06-06')
  expect(raw.c).toEqual(traded.close.slice(at, at + 2))
  expect(Number(raw.c[0]) / Number(split.c[0])).toBeCloseTo(10, 4)
})

describe('pages', () => {
  const ask = (of: Record<string, string | number>) =>
    udf<Page>(`history?${query({ symbol: 'NVDA', resolution: '1D', ...of })}`)

  test('hold the bars from `from` on and before `to`', async () => {
    const page = await ask({ from: day('2025-08-25'), to: day('2025-08-28') })
    expect(page.t.map(dateOf)).toEqual(['2025-08-25', '2025-08-26', '2025-08-27'])
  })

  test('with a count hold so many before `to`, whatever `from` says', async () => {
    const page = await ask({ from: day('2025-08-27'), to: day('2025-08-28'), countback: 5 })
    expect(page.t.map(dateOf)).toEqual(['2025-08-21', '2025-08-22', '2025-08-25', '2025-08-26', '2025-08-27'])
  })

  test('without a bar name the nearest one before, and none before the first', async () => {
    // A weekend.
    expect(await ask({ from: day('2025-08-23'), to: day('2025-08-25') })).toEqual({
      s: 'no_data',
      nextTime: day('2025-08-22'),
    })
    expect(await ask({ from: day('1999-01-01'), to: day('1999-02-01') })).toEqual({ s: 'no_data' })
    expect(await ask({ from: -5_000_000_000, to: day('1999-02-01'), countback: 300 })).toEqual({ s: 'no_data' })
  })
})

test.each([
  ['1W', (date: string) => Math.floor((day(date) / 86_400 + 3) / 7)],
  ['1M', (date: string) => Number(date.slice(0, 7).replace('-', ''))],
] as const)('a bar of %s is made of its sessions, whole also at the edge of a page', async (resolution, keyOf) => {
  const stored = await bars('688256.SS')
  const periods = new Map<number, number[]>()
  for (const [i, date] of stored.session.entries()) periods.set(keyOf(date), [...(periods.get(keyOf(date)) ?? []), i])
  const expected = [...periods.values()].map((indices) => {
    const of = (column: readonly (number | null)[]) => indices.map((i) => Number(column[i]))
    return {
      t: day(stored.session[indices[0] ?? 0] ?? ''),
      ohlc: [of(stored.open)[0], Math.max(...of(stored.high)), Math.min(...of(stored.low)), of(stored.close).at(-1)],
      v: of(stored.volume).reduce((sum, one) => sum + one, 0),
    }
  })
  const walked = await walkBack('688256.SS', resolution, { to: now.getTime() / 1000, days: 100 })
  expect(
    walked.t.map((t, i) => ({ t, ohlc: [walked.o[i], walked.h[i], walked.l[i], walked.c[i]], v: walked.v?.[i] })),
  ).toEqual(expected)
})

test('the marks are the events of a symbol on their day 0, results and splits on the time scale', async () => {
  const wide = { symbol: '688256.SS', resolution: '1D', from: 0, to: now.getTime() / 1000 }
  const marks = await udf<{ id: string[]; time: number[]; text: string[] }>(`marks?${query({ ...wide, lang: 'en' })}`)
  const { items } = await seeded.json<EventsView>('/api/v1/events?listing=688256.SS')
  const dated = items.flatMap(({ slug, title, dayZero }) => {
    const session = dayZero.find(({ symbol }) => symbol === '688256.SS')?.session
    return session ? [{ slug, title, time: day(session) }] : []
  })
  expect(dated.length).toBeGreaterThan(3)
  expect(marks.id.map((slug, i) => ({ slug, title: marks.text[i], time: marks.time[i] }))).toEqual(dated)
  const zh = await seeded.api.request(`/api/udf/marks?${query(wide)}`, { headers: { 'accept-language': 'zh-CN' } })
  expect(((await zh.json()) as { text: string[] }).text).toEqual(
    items.filter(({ slug }) => marks.id.includes(slug)).map(({ titleZh }) => titleZh),
  )

  const scale = await udf<{ label: string[]; time: number[]; tooltip: string[][] }>(
    `timescale_marks?${query({ ...wide, symbol: 'NVDA', lang: 'en' })}`,
  )
  expect(scale.label).toContain('E')
  const split = scale.time.indexOf(day('2024-06-10'))
  expect([scale.label[split], scale.tooltip[split]]).toEqual(['S', ['Split 10:1', '2024-06-10']])
  expect(scale.time).toEqual([...scale.time].sort((a, b) => a - b))
})

test('a mark stands on the bar of its week and of its month', async () => {
  for (const resolution of ['1W', '1M']) {
    const wide = { symbol: '688256.SS', resolution, from: 0, to: now.getTime() / 1000 }
    const { time } = await udf<{ time: number[] }>(`marks?${query(wide)}`)
    const { t } = await walkBack('688256.SS', resolution, { to: wide.to, days: 4_000 })
    expect(time.length).toBeGreaterThan(3)
    // An event after the last bar waits for its own.
    expect(time.filter((one) => one <= (t.at(-1) ?? 0) && !t.includes(one))).toEqual([])
  }
})

test('a draft is no mark', async () => {
  const wide = query({ symbol: 'NVDA', from: 0, to: now.getTime() / 1000 })
  const [first = ''] = (await udf<{ id: string[] }>(`marks?${wide}`)).id
  await seeded.store.sql`UPDATE event SET status = 'draft' WHERE slug = ${first}`
  expect((await udf<{ id: string[] }>(`marks?${wide}`)).id).not.toContain(first)
  await seeded.store.sql`UPDATE event SET status = 'published' WHERE slug = ${first}`
})

test('quotes are the last closes, and a live price while it is newer', async () => {
  const { d } = await udf<{ d: { s: string; n: string; v: Record<string, number | string> }[] }>(
    'quotes?symbols=NASDAQ:NVDA,NOPE,688256.SS',
  )
  const { close, session } = await bars('NVDA')
  const [last, previous] = [close.at(-1) ?? 0, close.at(-2) ?? 0]
  expect(d.map(({ s, n }) => [s, n])).toEqual([
    ['ok', 'NASDAQ:NVDA'],
    ['error', 'NOPE'],
    ['ok', '688256.SS'],
  ])
  expect(d[0]?.v).toMatchObject({ short_name: 'NVDA', exchange: 'NASDAQ', lp: last, prev_close_price: previous })
  expect(Number(d[0]?.v.chp)).toBeCloseTo((last / previous - 1) * 100, 3)
  const put = (at: string, price: number) => seeded.store.sql`
    INSERT INTO quote (listing_id, at, price, previous_close, volume, feed, feed_symbol, fetched_at)
    SELECT id, ${new Date(at)}, ${String(price)}, ${String(last)}, '1000', 'yahoo', 'NVDA', ${new Date(at)} FROM listing WHERE symbol = 'NVDA'`
  const priced = async () => (await udf<{ d: { v: Record<string, number> }[] }>('quotes?symbols=NVDA')).d[0]?.v
  await put(`${session.at(-1)}T19:00:00Z`, 1)
  expect((await priced())?.lp).toBe(last)
  await put('2026-11-23T19:00:00Z', 123.45)
  expect(await priced()).toMatchObject({ lp: 123.45, prev_close_price: last, volume: 1000 })
})

test('hours and holidays are those of the exchanges, also on days that end early', () => {
  expect(tradingHours('XSHG')).toMatchObject({ timezone: 'Asia/Shanghai', session: '0930-1130,1300-1500' })
  for (const mic of mics) {
    const { timezone, session, session_holidays, corrections } = tradingHours(mic)
    const holidays = new Set(session_holidays.split(','))
    const odd = new Map(
      corrections.split(';').flatMap((group) => {
        const [hours = '', dates = ''] = group.split(':')
        return dates.split(',').map((date) => [date, hours] as const)
      }),
    )
    const sessions = new Set(sessionsBetween(mic, '2024-01-01', '2026-12-31'))
    for (let time = day('2024-01-01'); time <= day('2026-12-31'); time += 86_400) {
      const date = dateOf(time)
      const weekend = [0, 6].includes(new Date(time * 1000).getUTCDay())
      const compact = date.replaceAll('-', '')
      expect({ mic, date, open: !weekend && !holidays.has(compact) }).toEqual({ mic, date, open: sessions.has(date) })
      if (!sessions.has(date)) continue
      const hours = odd.get(compact) ?? session
      const at = (moment: Date) => localTime(moment, timezone).replace(':', '')
      expect({ mic, date, open: hours.slice(0, 4), close: hours.slice(-4) }).toEqual({
        ...{ mic, date, open: at(sessionOpen(mic, date)), close: at(sessionClose(mic, date)) },
      })
    }
  }
})

test('an error reads as one of UDF and as a problem; parameters of the client’s own are left alone', async () => {
  for (const [path, status] of [
    ['symbols?symbol=NOPE', 404],
    ['symbols?symbol=SSE:NVDA', 404],
    ['symbols', 400],
    ['history?symbol=NVDA&resolution=5&from=0&to=1', 400],
    ['history?symbol=NVDA&resolution=D&from=x&to=1', 400],
    ['quotes?symbols=', 400],
    ['marks?symbol=NVDA&from=0', 400],
  ] as const) {
    const problem = (await seeded.problem(`/api/udf/${path}`, status)) as unknown as Record<string, string>
    expect({ path, s: problem.s, errmsg: problem.errmsg }).toEqual({ path, s: 'error', errmsg: problem.detail })
  }
  expect(await udf<Page>('history?symbol=NVDA&resolution=1D&from=0&to=1&currencyCode=USD&_=17')).toEqual({
    s: 'no_data',
  })
})
