import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { pageGate } from '@/jobs/web/gate'
import { type Identify, nobody, outsider } from '@/lib/access/caller'

const identify: Identify = async ({ headers }) => (headers.get('cookie') === 'good' ? nobody : outsider)

function gateOf(publicReading: boolean, filesLeft = Number.POSITIVE_INFINITY) {
  let left = filesLeft
  let asked = 0
  const gate = pageGate({
    identify: (request, now) => {
      asked++
      return identify(request, now)
    },
    publicReading,
    takeFile: async () => (left-- > 0 ? null : 7),
    now: () => new Date(),
  })
  const ask = (url: string, headers: Record<string, string> = {}) => gate({ url, headers } as IncomingMessage, null)
  return { ask, asked: () => asked }
}

test('where reading is public no page costs a look-up', async () => {
  const { ask, asked } = gateOf(true)
  expect(await ask('/listings/NVDA', { cookie: 'bad' })).toBeNull()
  expect(await ask('/compare.csv')).toBeNull()
  expect(asked()).toBe(0)
})

test('where it is not, readers are sent to sign in and come back; files and embeds say so', async () => {
  const { ask } = gateOf(false)
  expect(await ask('/compare?symbols=NVDA')).toEqual({ to: '/sign-in?next=%2Fcompare%3Fsymbols%3DNVDA' })
  for (const path of ['/compare.csv', '/listings/688256.SS.png', '/embed/board', '/embed']) {
    expect(await ask(path)).toMatchObject({ status: 401 })
  }
  for (const path of ['/take/compare.csv', '/_next/image?url=x', '/gallery']) expect(await ask(path)).not.toBeNull()
  for (const path of [
    '/sign-in?next=/',
    '/setup?token=x',
    '/invite?token=x',
    '/reset',
    '/_next/static/a.js',
    '/icon.svg',
  ]) {
    expect(await ask(path)).toBeNull()
  }
  expect(await ask('/compare', { cookie: 'good' })).toBeNull()
})

test.each([
  '/_next/static/../../compare',
  '/_next/static/%2e%2e/%2e%2e/compare',
  '/_next/static/..%2f..%2fcompare',
  '/_next/static/..%5c..%5ccompare',
  '/_next/static/%252e%252e/compare',
  '//sign-in',
  '/sign-in/../compare',
])('%s is no way around it', async (path) => {
  expect(await gateOf(false).ask(path)).not.toBeNull()
})

test('files are counted, pages are not', async () => {
  const { ask } = gateOf(true, 1)
  expect(await ask('/compare.png')).toBeNull()
  expect(await ask('/compare.png')).toMatchObject({ status: 429, retryAfter: 7 })
  expect(await ask('/compare%2Epng')).toMatchObject({ status: 429 })
  expect(await ask('/compare')).toBeNull()
})
