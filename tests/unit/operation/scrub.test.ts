import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { scrubbed } from '@/lib/operation/scrub'

const key = `tm_${'k3Y-_'.repeat(9)}`
const secret = 'open-sesame-71'

test.each([
  `a request with ${key} failed`,
  `Authorization: Bearer ${secret}`,
  `GET /setup?token=${secret}&x=1`,
  `cookie: tidemark.session_token=${secret}.abc%3D; other=1`,
  JSON.stringify({ email: 'a@example.org', password: secret, next: secret }),
  `{ current: '${secret}' }`,
  `Failing row contains (1, ${secret}, null).`,
  `postgresql://tidemark:${secret}@db.example/tidemark`,
])('the log does not have what lets somebody in: %s', (text) => {
  const cause = Object.assign(new Error(text), { detail: text })
  const told = scrubbed(inspect(new Error('It broke', { cause })))
  expect(told).toContain('It broke')
  expect(told).not.toContain(secret)
  expect(told).not.toContain(key)
})

test('what is no secret stays', () => {
  const text = 'duplicate key value violates unique constraint "event_slug_key" at lib/store/event/editable.ts:82:41'
  expect(scrubbed(text)).toContain(text)
})
