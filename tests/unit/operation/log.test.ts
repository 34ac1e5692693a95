import { afterEach, describe, expect, test } from 'vitest'
import { withFields } from '@/lib/operation/fields'
import { lineForPeople } from '@/lib/operation/line'
import { log } from '@/lib/operation/log'
import { requestIdOf } from '@/lib/operation/requestId'
import { scrubbed } from '@/lib/operation/scrub'
import { type CapturedLog, captureLog } from '../../log'

let captured: CapturedLog
afterEach(() => captured?.restore())

const secrets = {
  password: 'pl4nted-in-an-address',
  bearer: 'pl4nted.bearer_token-of-a-key',
  cookie: 'pl4nted-session-cookie',
  query: 'pl4nted-query-token',
  key: 'tm_pl4ntedKeyOfOurs123',
  field: 'pl4nted-field',
}

test('no planted secret reaches the log, wherever it stands', () => {
  captured = captureLog()
  const cause = new Error(`cannot reach postgresql://me:${secrets.password}@db.internal:5432/tidemark`)
  log().error({ err: new Error(`GET /links?token=${secrets.query}&x=1 failed`, { cause }) }, 'failed')
  log().info({ headers: { authorization: `Bearer ${secrets.bearer}`, cookie: `a=1; session=${secrets.cookie}` } }, 'in')
  log().info(`sent "authorization: Bearer ${secrets.bearer}" and Cookie: session=${secrets.cookie}`)
  log().info({ body: JSON.stringify({ token: secrets.field, headers: { 'Set-Cookie': secrets.cookie } }) }, 'quoted')
  log().info({ deep: { user: { password: secrets.field } }, secret: secrets.field }, `made ${secrets.key}`)
  log().info({ url: `/api/v1/live?access_token=${secrets.query}#x` }, `?code=${secrets.query}`)
  log().error(new Error(`violates not-null\nDETAIL:  Failing row contains (7, "${secrets.field}", (x)).\nCONTEXT: y`))
  log().warn(`Set-Cookie __Secure-tidemark.session_token=${secrets.cookie}; Path=/`)
  const text = captured.text()
  expect(captured.lines()).toHaveLength(8)
  expect(text).toContain('CONTEXT: y')
  expect(Object.values(secrets).filter((secret) => text.includes(secret))).toEqual([])
  expect(text).not.toContain('pl4nted')
  // What is no secret is still told.
  for (const kept of ['db.internal:5432/tidemark', '/links?token=[redacted]&x=1', 'failed', 'made tm_']) {
    expect(text).toContain(kept)
  }
})

test('what is no secret stays as it is', () => {
  const text =
    '{"code":"ECONNREFUSED","key":"688256.SS","msg":"https://sec.example/cookie-policy?from=2025-08-28&tokens=3"}'
  expect(scrubbed(text)).toBe(text)
})

test('a line carries its time, its level and the request it was written for, also after waiting', async () => {
  captured = captureLog()
  await withFields({ requestId: 'abc-12345' }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    log().warn({ runId: 'r1' }, 'late')
  })
  log().info('outside')
  const [inside, outside] = captured.lines()
  expect(inside).toMatchObject({ level: 40, requestId: 'abc-12345', runId: 'r1', msg: 'late' })
  expect(inside?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(outside).not.toHaveProperty('requestId')
})

test('on a terminal a line is short, and an error shows where it came from', () => {
  const line = { level: 30, time: '2026-11-24T01:02:03.004Z', part: 'web', status: 200, msg: 'answered' }
  expect(lineForPeople(JSON.stringify(line))).toBe('01:02:03 answered status=200\n')
  const failed = { ...line, level: 50, err: { message: 'no', stack: 'Error: no\n    at here' } }
  expect(lineForPeople(JSON.stringify(failed))).toBe('01:02:03 ERROR answered status=200\nError: no\n    at here\n')
})

describe('the id of a request', () => {
  test.each(['4bf92f3577b34da6', 'req_01J8.Z-9:a', 'a'.repeat(64)])('%s of a proxy is kept', (id) => {
    expect(requestIdOf(id)).toBe(id)
  })
  test.each([
    '',
    'short',
    'a'.repeat(65),
    'two words here',
    'line\nbreak-12345',
    '<script>alert(1)',
    '-leading-hyphen',
    undefined,
    ['a', 'b'],
  ])('%j is not, and a new one is made', (id) => {
    expect(requestIdOf(id)).toMatch(/^[0-9a-f-]{36}$/)
  })
})
