import { describe, expect, test } from 'vitest'
import { changedEdits, figuresOf } from '@/app/_desk/edits'
import { changedListing, sentListing } from '@/app/_desk/listingParts'
import { workText } from '@/app/_desk/workText'
import { workTexts } from '@/app/_ui/messages/work'
import type { RequestView } from '@/lib/api/requests/schema'

const fields = (of: Readonly<Record<string, string | readonly string[]>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(of)) for (const one of [value].flat()) form.append(name, one)
  return form
}

describe('the figures of a held row', () => {
  test('are read from whatever payload it has', () => {
    expect(figuresOf({ entity: 'bar', payload: { open: '10', volume: '5', settled: true } })).toMatchObject({
      ...{ open: '10', volume: '5', close: '' },
    })
    expect(figuresOf({ entity: 'action', payload: { kind: 'split', numerator: 10 } })).toEqual({
      ratio: '10/1',
      exDate: '',
    })
    for (const payload of [null, 5, 'x', []]) expect(figuresOf({ entity: 'bar', payload })).toMatchObject({ open: '' })
  })

  test('are sent where they were changed, or are needed; a volume that is taken away is none', () => {
    const way = { writes: 'bar' as const, needs: [], takes: ['open', 'close', 'volume'] }
    const figures = { open: '10', close: '11', volume: '5' }
    expect(changedEdits(way, figures, fields({ open: '10', close: ' 12 ', volume: '' }))).toEqual({
      close: '12',
      volume: null,
    })
    expect(
      changedEdits({ ...way, needs: ['open'] }, figures, fields({ open: '10', close: '11', volume: '5' })),
    ).toEqual({
      open: '10',
    })
  })
})

describe('the form of a listing', () => {
  const listing = {
    ...{ symbol: 'AMD', name: 'AMD', nameZh: '超威', mic: 'XNAS', kind: 'equity', currency: 'USD', status: 'listed' },
    ...{ listedOn: null, delistedOn: null, trackedFrom: '2024-01-02', benchmark: '^GSPC', secondBenchmark: null },
    ...{ position: 7, topics: ['nvidia', 'chip'], feedSymbols: { yahoo: 'AMD', tencent: 'usAMD' } },
  }
  const asItIs = {
    ...{ name: 'AMD', nameZh: '超威', status: 'listed', listedOn: '', delistedOn: '', trackedFrom: '2024-01-02' },
    ...{ benchmark: '^GSPC', secondBenchmark: '', position: '7', topics: ['chip', 'nvidia'] },
    ...{ 'feedSymbols.tencent': 'usAMD', 'feedSymbols.yahoo': 'AMD', 'feedSymbols.sec': '' },
  }

  test('sends nothing when nothing was changed', () => {
    expect(changedListing(listing, sentListing(fields(asItIs)))).toEqual({})
  })

  test('sends what was changed, emptied, or cannot be meant', () => {
    const changed = {
      ...asItIs,
      name: ' Advanced ',
      benchmark: '',
      position: 'first',
      topics: ['chip'],
      'feedSymbols.tencent': '',
    }
    expect(changedListing(listing, sentListing(fields(changed)))).toEqual({
      ...{ name: 'Advanced', benchmark: null, position: 'first', topics: ['chip'], feedSymbols: { yahoo: 'AMD' } },
    })
  })
})

describe('what came of a request', () => {
  const request = (over: Partial<RequestView>): RequestView => ({
    ...{ id: 'x', kind: 'refresh', job: null, listing: null, feed: null, symbol: null, from: null, state: 'done' },
    ...{
      requestedBy: 'a',
      requestedAt: '',
      startedAt: null,
      finishedAt: null,
      progress: 1,
      message: 'words',
      result: null,
    },
    ...{ runId: null, ...over },
  })
  const sum = { runs: [{}], added: 2, changed: 1, unchanged: 0, held: 0, errors: [{ subject: 'AMD', message: 'late' }] }

  test.each([
    ['en', { result: sum }, '2 new, 1 changed, 0 unchanged, 0 held back; AMD: late'],
    ['zh', { result: sum }, '新增 2，更改 1，未变 0，暂缓 0; AMD: late'],
    ['en', { result: { ...sum, runs: [] } }, 'Nothing to do.'],
    ['en', { state: 'waiting' as const }, 'words'],
    ['en', { kind: 'look-up' as const, result: {} }, 'words'],
    [
      'en',
      {
        kind: 'test-feed' as const,
        result: { rows: 3, target: 'AMD', ms: 9, last: '2026-01-02', value: '5', unit: null, error: null },
      },
      '3 rows of AMD in 9 ms; the newest of 2026-01-02: 5',
    ],
  ] as const)('%s %j: %s', (language, over, text) => {
    expect(workText(workTexts[language], request(over))).toBe(text)
  })
})
