import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '@/jobs/web/door'
import { isApiPath } from '@/jobs/web/server'

const host = { host: '127.0.0.1:3000' }
const get = (url: string, headers: Record<string, string> = host) => refusalOf({ method: 'GET', url, headers })

describe('the door of the web server', () => {
  test.each(['/', '/listings/688256.SS', '/listings/%5EGSPC?from=2025-08-28', '/a%20b?x=%zz', '//double'])(
    'lets %s in',
    (url) => {
      expect(get(url)).toBeNull()
    },
  )

  test.each(['/%E0%A4%A', '/%', '/api/%zz', '/a%00b', 'http://other/', '*', ''])('answers %j with 400', (url) => {
    expect(get(url)?.status).toBe(400)
  })

  test.each<Record<string, string>>([{}, { host: '' }, { host: 'a b' }, { host: '[' }, { host: 'a:99999' }])(
    'answers a request with the headers %j with 400',
    (headers) => {
      expect(get('/', headers)?.status).toBe(400)
    },
  )

  test('answers methods that nobody behind it knows with 405', () => {
    expect(refusalOf({ method: 'TRACE', url: '/', headers: host })?.status).toBe(405)
  })

  test('never throws, and what it lets in is a URL whose path can be decoded', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 20 }), (url, name) => {
        if (get(url, { host: name }) !== null) return
        expect(() => decodeURIComponent(url.split('?', 1)[0] ?? '')).not.toThrow()
        expect(URL.canParse(`http://${name}${url}`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what belongs to the API', () => {
  test.each(['/api', '/api/', '/api/v1/listings?x=1', '/healthz', '/readyz?verbose', '/feeds/events.atom'])(
    '%s does',
    (url) => {
      expect(isApiPath(url)).toBe(true)
    },
  )
  test.each(['/', '/apis', '/listings/api', '/healthz/x', '/docs?to=/api/'])('%s does not', (url) => {
    expect(isApiPath(url)).toBe(false)
  })
})
