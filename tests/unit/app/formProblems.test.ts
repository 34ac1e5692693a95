import { afterEach, describe, expect, test, vi } from 'vitest'
import { expectationText, fieldProblem, problemText } from '@/app/_ui/form/problemText'
import { sendJson } from '@/app/_ui/form/send'
import { eventInput } from '@/lib/store/event/schema'

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(
    new Response(body === null ? null : typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
    }),
  )
const problem = (kind: string, more: object = {}) => ({
  type: `urn:tidemark:problem:${kind}`,
  title: 'A title',
  detail: 'a detail',
  ...more,
})
afterEach(() => vi.restoreAllMocks())

describe('sending', () => {
  test('sends JSON and gives back the data; an answer without a body is null', async () => {
    const fetched = answer(201, { id: 7 })
    expect(await sendJson('POST', '/api/v1/keys', { name: 'ci' })).toEqual({ data: { id: 7 }, problem: null })
    const [path, { method, body, headers }] = fetched.mock.calls[0] as [string, RequestInit]
    expect([path, method, body]).toEqual(['/api/v1/keys', 'POST', '{"name":"ci"}'])
    expect(headers).toMatchObject({ 'content-type': 'application/json' })
    answer(204, null)
    expect(await sendJson('DELETE', '/api/v1/session')).toEqual({ data: null, problem: null })
  })

  test('gives back the problem with its kind, fields, difference and when to try again', async () => {
    const difference = [{ field: 'title', stored: 'a', sent: 'b' }]
    answer(409, problem('conflict', { status: 409, version: 3, difference }))
    const { problem: conflict } = await sendJson('PATCH', '/api/v1/events/x', {})
    expect(conflict).toEqual({ kind: 'conflict', status: 409, detail: 'a detail', version: 3, difference })
    answer(429, problem('too-many', { status: 429 }), { 'retry-after': '30' })
    expect((await sendJson('POST', '/api/v1/session', {})).problem).toMatchObject({ status: 429, retryAfter: 30 })
  })

  test('tells an answer that is none of ours, and none at all, as a problem', async () => {
    answer(502, '<html>', { 'content-type': 'text/html' })
    expect((await sendJson('POST', '/api/v1/session', {})).problem).toMatchObject({ kind: 'no-answer', status: 502 })
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('failed to fetch'))
    expect((await sendJson('POST', '/api/v1/session', {})).problem).toMatchObject({ kind: 'no-answer', status: 0 })
  })
})

describe('what is said of a problem', () => {
  const wrong = {
    kind: 'bad-parameter',
    status: 400,
    detail: 'title: expected 1 to 200 characters; topics.0: odd',
    parameters: [
      { name: 'title', detail: 'expected 1 to 200 characters' },
      { name: 'topics.1', detail: '"x": not known here' },
    ],
  }

  test('is found by field, parts of a list included', () => {
    expect(fieldProblem('en', wrong, 'title')).toBe('Expected 1 to 200 characters')
    expect(fieldProblem('zh', wrong, 'title')).toBe('请填写 1 至 200 个字符')
    expect(fieldProblem('zh', wrong, 'topics')).toBe('"x"：这里没有')
    expect(fieldProblem('en', wrong, 'topicsOther')).toBeUndefined()
    expect(fieldProblem('en', null, 'title')).toBeUndefined()
  })

  test('is in the reader’s language where we know the words, else in the server’s', () => {
    expect(problemText('zh', wrong)).toBe('未发送：请查看标出的内容。')
    expect(problemText('zh', { kind: 'not-allowed', status: 403, detail: 'x' })).toBe('您的角色不允许此操作。')
    expect(problemText('zh', { kind: 'new-kind', status: 400, detail: 'no such thing' })).toBe('No such thing')
    expect(problemText('en', { kind: 'x', status: 429, detail: 'x', retryAfter: 40 })).toMatch(/Too many.*40 s/)
    expect(expectationText('zh', 'expected something nobody has written down')).toBe(
      'expected something nobody has written down',
    )
  })

  test('covers in Chinese all that an event form is told', () => {
    const { error } = eventInput.safeParse({
      ...{ slug: 'UPPER', kind: 'event', title: '', titleZh: 'a\nb', text: 'x'.repeat(10_001), textZh: '\u0007' },
      ...{ start: 'soon', end: null, precision: 'day', phase: 'noon', timeNote: '', timeNoteZh: '', status: 'draft' },
      ...{ sourceName: 'x', sourceUrl: 'ftp://x', confirmed: false, tags: Array(21).fill('x'), externalId: null },
      ...{ topics: [], listings: [] },
    })
    const told = error?.issues.map(({ message }) => message) ?? []
    expect(told.length).toBeGreaterThanOrEqual(8)
    for (const detail of told) expect(expectationText('zh', detail)).toMatch(/\p{Script=Han}/u)
  })
})
