import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { inlineHashes } from '@/jobs/web/memory/inline'
import { usualLimits } from '@/jobs/web/memory/memory'
import { paintFirst } from '@/jobs/web/memory/paintFirst'
import type { PageHandler } from '@/jobs/web/pageHandler'
import { captureLog } from '../../log'
import { serveRemembered } from './served'

let closing: (() => void) | undefined
afterEach(() => closing?.())

const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1]
const script = 'self.x = 1'
const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** Pages that are numbered as they are made, and say what they were told. */
function numbered(
  more: Partial<{ status: number; headers: Record<string, string>; delayMs: number; body: string }> = {},
) {
  let made = 0
  const pages: PageHandler = async ({ url, headers }, response) => {
    const mine = ++made
    const nonce = nonceOf(headers['content-security-policy'])
    response.writeHead(more.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', Vary: 'rsc', ...more.headers })
    response.write(
      `<p>page ${mine} of ${url} in ${headers['x-tidemark-language']} from ${headers['x-tidemark-live']}</p>`,
    )
    response.write(`<pre>${headers.cookie ?? ''}|${headers['x-other'] ?? ''}|${headers.rsc ?? ''}</pre>`)
    response.end(`${more.body ?? ''}<script nonce="${nonce}">${script}</script>`)
  }
  return { pages, count: () => made }
}

/** Something to wait for until it is opened. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

async function served(...given: Parameters<typeof serveRemembered>) {
  const site = await serveRemembered(...given)
  closing = site.close
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(site.url + path, { method, headers, redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return { ...site, get }
}

describe('a page that everybody may read', () => {
  test('is made once, and anew after each change', async () => {
    const { pages, count } = numbered()
    const { get, change } = await served(pages)
    const first = await get('/claims?verdict=wrong')
    expect(first.text).toContain('page 1 of /claims?verdict=wrong in en from 1-1')
    expect((await get('/claims?verdict=wrong')).text).toBe(first.text)
    change()
    expect((await get('/claims?verdict=wrong')).text).toContain('page 2')
    expect((await get('/claims?verdict=wrong')).text).toContain('page 2')
    expect(count()).toBe(2)
  })

  test('is made anew for who was told elsewhere of more than this process has heard of', async () => {
    const { pages } = numbered()
    const { get, hub } = await served(pages)
    hub.id = '7-1795500000-500'
    const seen = (position: number) => get('/claims', { cookie: `tidemark-seen=7-1795500000-${position}` })
    expect((await seen(500)).text).toContain('page 1')
    expect((await seen(501)).text).toContain('page 2')
    expect((await seen(501)).text).toContain('page 3')
    expect((await seen(499)).text).toContain('page 1')
  })

  test('allows by their hashes the scripts it was made with, and nothing that got into it', async () => {
    const injected = '<script>alert(1)</script><script nonce="guess">alert(2)</script>'
    const { pages } = numbered({ body: injected })
    const { get } = await served(pages)
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self' ${hash}; `)
    expect(policy).not.toMatch(/nonce|strict-dynamic|unsafe-eval/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect((await get('/embed/board')).headers.get('content-security-policy')).toContain(
      'frame-ancestors https://news.example',
    )
  })

  test('is not talked into a script by an attribute that swallowed one of its own', () => {
    const swallowed = `<script a='<script nonce="N">${script}</script>'>alert(1)</script>`
    expect(inlineHashes(swallowed, 'N')).toEqual({ scripts: [], styles: [] })
    const ours = `<script nonce="N" id="a>b">${script}</script><style nonce="N">a{}</style><script src="/x.js" nonce="N"></script>`
    const { scripts, styles } = inlineHashes(ours, 'N')
    expect([scripts, styles.length]).toEqual([[hash], 1])
  })

  test('has its own scripts wait for its first frame, and leaves those of others where they are', () => {
    const mine = (name: string) => `<script src="/_next/static/${name}.js" async="" nonce="N"></script>`
    const hint = '<link rel="preload" as="script" fetchPriority="low" nonce="N" href="/_next/static/b.js"/>'
    const others =
      '<script src="/_next/static/x.js" async=""></script><script src="/old.js" noModule="" nonce="N"></script>'
    const page = `<html><head>${hint}${mine('a')}${others}</head><body><p>text</p>${mine('b')}${mine('a')}</body></html>`
    const [first = '', loading = ''] = paintFirst(page, 'N').split('<script nonce="N">')
    expect(first).toBe(`<html><head>${others}</head><body><p>text</p>`)
    expect(loading).toContain('["/_next/static/a.js","/_next/static/b.js"]')
    expect(loading).toMatch(/<\/script><\/body><\/html>$/)
    expect(inlineHashes(paintFirst(page, 'N'), 'N').scripts.length).toBe(1)
    expect([paintFirst(page, 'other'), paintFirst('no page', 'N')]).toEqual([page, 'no page'])
  })

  test('is kept apart by language, colours and host, and tells the pages nothing else of who asks', async () => {
    const { pages, count } = numbered()
    const { get } = await served(pages)
    const seen = await Promise.all([
      get('/'),
      get('/', { 'accept-language': 'zh-CN' }),
      get('/', { cookie: 'tidemark-theme=dark; visitor=17' }),
      get('/', { cookie: 'tidemark-rising=red' }),
      get('/?lang=zh', { 'x-other': 'mine' }),
    ])
    expect(count()).toBe(5)
    expect(seen[1]?.text).toContain('in zh')
    expect(seen[2]?.text).toContain('tidemark-theme=dark; tidemark-rising=teal||')
    // What the server says to this reader alone is said beside the page that many get.
    expect(seen[4]?.headers.get('set-cookie')).toContain('tidemark-language=zh')
    expect((await get('/?lang=zh', { cookie: 'tidemark-language=zh' })).headers.get('set-cookie')).toBeNull()
    expect(seen[0]?.headers.get('vary')).toBe('Accept-Language, Cookie, rsc, Accept-Encoding')
    await get('/', { cookie: 'visitor=18; tidemark-theme=dark', 'x-other': 'others', 'accept-language': 'en;q=0.3' })
    await get('/', { cookie: 'tidemark-theme=purple' })
    expect(count()).toBe(5)
  })

  test('is asked for in parts by the router of a page, each part by itself', async () => {
    const { pages, count } = numbered({ headers: { 'Content-Type': 'text/x-component' } })
    const { get } = await served(pages)
    const part = { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' }
    const first = await get('/?_rsc=abc', part)
    expect(first.text).toContain('|1<')
    expect((await get('/?_rsc=abc', part)).text).toBe(first.text)
    await get('/?_rsc=abc', { ...part, 'next-router-state-tree': '%5B%22claims%22%5D' })
    await get('/?_rsc=abc', { ...part, 'next-router-prefetch': '1' })
    expect(count()).toBe(3)
  })

  test('has a tag by which a browser is told that what it has is right', async () => {
    const { pages } = numbered({ body: 'x'.repeat(2_000) })
    const { get, change } = await served(pages)
    const whole = await get('/', { 'accept-encoding': 'gzip' })
    const tag = whole.headers.get('etag') ?? ''
    expect([whole.headers.get('content-encoding'), whole.headers.get('cache-control')]).toEqual([
      'gzip',
      'private, no-cache',
    ])
    const again = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': `"other", W/${tag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
    // It goes with the body that the browser has.
    expect(again.headers.get('content-security-policy')).toBe(whole.headers.get('content-security-policy'))
    const plain = await get('/', { 'accept-encoding': 'identity', 'if-none-match': tag })
    expect([plain.status, plain.headers.get('content-encoding'), plain.text]).toEqual([200, null, whole.text])
    const small = await get('/', { 'accept-encoding': 'gzip;q=0, br' }, 'HEAD')
    expect([small.status, small.text, small.headers.get('content-encoding')]).toEqual([200, '', 'br'])
    expect(Number(small.headers.get('content-length'))).toBeLessThan(1_000)
    change()
    expect((await get('/', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200)
  })
})

describe('is made for who asks', () => {
  test.each([
    ['somebody who is signed in', '/', { cookie: 'tidemark-theme=dark; tidemark.session_token=abc' }, 'GET'],
    ['somebody who is signed in by TLS', '/', { cookie: '__Secure-tidemark.session_token=abc' }, 'GET'],
    ['a program with a key', '/', { authorization: 'Bearer tm_x' }, 'GET'],
    ['a form', '/', {}, 'POST'],
    ['a way in', '/sign-in', {}, 'GET'],
    ['a link with a token', '/reset?token=abc', {}, 'GET'],
    ['a page of members', '/admin/events', {}, 'GET'],
    ['a file', '/claims.csv', {}, 'GET'],
    ['a file of the build', '/_next/static/chunks/a.js', {}, 'GET'],
  ] as const)('what %s asks for', async (_, path, headers, method) => {
    const { pages, count } = numbered()
    const { get } = await served(pages)
    const nonces = [await get(path, headers, method), await get(path, headers, method)].map(({ headers }) =>
      nonceOf(headers.get('content-security-policy')),
    )
    expect(count()).toBe(2)
    expect(new Set(nonces).size).toBe(2)
    expect(nonces).not.toContain(undefined)
  })

  test('what sets a cookie, or has more scripts than a header can name', async () => {
    const cookies = numbered({ headers: { 'Set-Cookie': 'a=1' } })
    const setting = await served(cookies.pages)
    await setting.get('/')
    const second = await setting.get('/')
    expect([cookies.count(), second.headers.get('set-cookie')]).toEqual([3, 'a=1'])
    setting.close()
    let made = 0
    const many = await served(async ({ headers }, response) => {
      made++
      const nonce = nonceOf(headers['content-security-policy'])
      const scripts = Array.from({ length: 150 }, (_, i) => `<script nonce="${nonce}">${i}</script>`)
      response.setHeader('Content-Type', 'text/html').end(scripts.join(''))
    })
    expect(nonceOf((await many.get('/')).headers.get('content-security-policy'))).toBeDefined()
    await many.get('/')
    expect(made).toBe(3)
  })

  test.each([404, 307, 500])('what is answered with %i', async (status) => {
    const { pages, count } = numbered({ status })
    const { get } = await served(pages)
    const logged = captureLog()
    const answers = [await get('/events/none'), await get('/events/none')]
    logged.restore()
    expect([answers.map((answer) => answer.status), count()]).toEqual([[status, status], 2])
    expect(answers[0]?.headers.get('etag')).toBeNull()
  })

  test.each(['2:"$a"\nb:E{"digest":"561298735"}\n', '<script>f.push([1,"b:E{\\"digest\\":\\"1\\"}"])</script>'])(
    'what was answered with 200 and has a part that failed: %s',
    async (body) => {
      const { pages, count } = numbered({ body })
      const { get } = await served(pages)
      expect((await get('/')).headers.get('etag')).toBeNull()
      await get('/')
      expect(count()).toBe(2)
    },
  )
})

describe('many at once', () => {
  test('wait for one page; who comes after a change is given one that was begun after it', async () => {
    const [first, second] = [gate(), gate()]
    let made = 0
    const { get, change, arrived } = await served(async (_, response) => {
      const mine = ++made
      await (mine === 1 ? first : second).opened
      response.setHeader('Content-Type', 'text/html').end(`page ${mine}`)
    })
    const before = Array.from({ length: 20 }, () => get('/'))
    while (arrived() < 20) await sleep(1)
    change()
    const after = Array.from({ length: 20 }, () => get('/'))
    while (arrived() < 40) await sleep(1)
    expect(made).toBe(1)
    first.open()
    expect(new Set((await Promise.all(before)).map(({ text }) => text))).toEqual(new Set(['page 1']))
    second.open()
    expect(new Set((await Promise.all(after)).map(({ text }) => text))).toEqual(new Set(['page 2']))
    expect(made).toBe(2)
  })

  test('a page that fails fails for who waited, and is tried again by the next', async () => {
    const logged = captureLog()
    const first = gate()
    let made = 0
    const { get, arrived } = await served(async (_, response) => {
      if (++made === 1) {
        await first.opened
        throw new Error('the secret reason')
      }
      response.setHeader('Content-Type', 'text/html').end('good')
    })
    const asked = [get('/'), get('/')]
    while (arrived() < 2) await sleep(1)
    first.open()
    const failed = await Promise.all(asked)
    logged.restore()
    expect([failed.map(({ status }) => status), made]).toEqual([[500, 500], 1])
    expect(failed[0]?.text).not.toContain('secret')
    expect((await get('/')).text).toBe('good')
  })

  test('a page that breaks off is no page', async () => {
    const logged = captureLog()
    const { get } = await served(async (_, response) => {
      response.setHeader('Content-Type', 'text/html').write('half')
      response.destroy(new Error('broken'))
    })
    expect((await get('/')).status).toBe(500)
    logged.restore()
  })
})

describe('nothing is given that is too old', () => {
  const limits = { ...usualLimits, renewMs: 10_000, oldMs: 15_000, degradedMs: 1_000 }
  let time = 0
  const clock = () => time

  test('a page is made anew by itself, at first while the old one is given', async () => {
    const { pages, count } = numbered()
    const { get } = await served(pages, { limits, clock })
    expect((await get('/')).text).toContain('page 1')
    time += 9_999
    expect((await get('/')).text).toContain('page 1')
    time += 1
    expect((await get('/')).text).toContain('page 1')
    while (count() < 2) await sleep(1)
    await sleep(5)
    expect((await get('/')).text).toContain('page 2')
    time += 15_000
    expect((await get('/')).text).toContain('page 3')
  })

  test('while nobody tells of changes almost nothing is remembered', async () => {
    const { pages } = numbered()
    const { get, become } = await served(pages, { limits, clock })
    become('degraded')
    expect((await get('/')).text).toContain('page 1')
    time += 999
    expect((await get('/')).text).toContain('page 1')
    time += 1
    expect((await get('/')).text).toContain('page 2')
    become('live')
    expect((await get('/')).text).toContain('page 3')
    time += 1_000
    expect((await get('/')).text).toContain('page 3')
  })

  test('what was not asked for longest makes room, and what is too big is not kept', async () => {
    const { pages, count } = numbered({ body: 'x'.repeat(10_000) })
    const { get } = await served(pages, { limits: { ...usualLimits, bytes: 50_000, largest: 20_000 } })
    for (const path of ['/?a', '/?b', '/?a', '/?c', '/?d']) await get(path)
    expect(count()).toBe(4)
    for (const path of ['/?a', '/?c', '/?d']) await get(path)
    expect(count()).toBe(4)
    await get('/?b')
    expect(count()).toBe(5)
    closing?.()
    const big = await served(pages, { limits: { ...usualLimits, largest: 10_000 } })
    await big.get('/')
    await big.get('/')
    expect(count()).toBe(7)
  })
})
