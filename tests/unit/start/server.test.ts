import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { contentPolicy, newNonce } from '@/jobs/web/contentPolicy'
import { listen } from '@/jobs/web/listen'
import type { PageHandler } from '@/jobs/web/pageHandler'
import { createWebServer } from '@/jobs/web/server'
import { drain } from '@/jobs/web/shutdown'
import { captureLog } from '../../log'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function serve(pages: PageHandler, embedOrigins: readonly string[] = []): Promise<string> {
  const api = { fetch: (request: Request) => new Response(`api ${new URL(request.url).pathname}`) }
  server = createWebServer({ api, pages, dev: false, embedOrigins })
  await listen(server, '127.0.0.1', 0)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const okPage: PageHandler = async (request, response) => {
  response.end(`page ${request.headers['content-security-policy']}`)
}

describe('the web server', () => {
  test('gives the API its paths and the pages all others', async () => {
    const url = await serve(okPage)
    expect(await (await fetch(`${url}/api/v1/listings`)).text()).toBe('api /api/v1/listings')
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('api /readyz')
    expect(await (await fetch(`${url}/listings/688256.SS`)).text()).toMatch(/^page /)
  })

  test('tells the pages the policy that it sends, whatever policy the client sends', async () => {
    const url = await serve(okPage)
    const answer = await fetch(url, { headers: { 'content-security-policy': "script-src 'nonce-evil'" } })
    const sent = answer.headers.get('content-security-policy')
    expect(await answer.text()).toBe(`page ${sent}`)
    expect(sent).not.toContain('evil')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${url}/api`)).headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('lets a page be framed only under /embed, by the origins of the settings, and keeps no language of it', async () => {
    const url = await serve(okPage, ['https://news.example'])
    const embed = await fetch(`${url}/embed/board?lang=zh`)
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors https://news.example')
    expect([embed.headers.get('x-frame-options'), embed.headers.get('set-cookie')]).toEqual([null, null])
    const page = await fetch(`${url}/?lang=zh`)
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.headers.get('set-cookie')).toContain('tidemark-language=zh')
  })

  test('gives the API requests that can be copied, with a body of a known length, of an unknown one, and without', async () => {
    await serve(okPage)
    const api = { fetch: async (request: Request) => new Response(await new Request(request).text()) }
    server.close()
    server = createWebServer({ api, pages: okPage, dev: false })
    await listen(server, '127.0.0.1', 0)
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/events`
    const chunks = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('in parts'))
        controller.close()
      },
    })
    const asked = [{ body: 'whole' }, { body: chunks, duplex: 'half' }, {}] as RequestInit[]
    const answers = await Promise.all(asked.map(async (init) => (await fetch(url, { method: 'POST', ...init })).text()))
    expect(answers).toEqual(['whole', 'in parts', ''])
  })

  test('finds the client’s address where it is told to, and believes nobody else', async () => {
    await serve(okPage)
    const url = async (proxyDepth: number) => {
      server.close()
      const api = { fetch: (_: Request, { address }: { address?: string | null }) => new Response(address) }
      server = createWebServer({ api, pages: okPage, dev: false, proxyDepth })
      await listen(server, '127.0.0.1', 0)
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`
    }
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 192.0.2.4', 'x-tidemark-address': '198.51.100.1' }
    expect(await (await fetch(await url(0), { headers })).text()).toBe('127.0.0.1')
    expect(await (await fetch(await url(2), { headers })).text()).toBe('203.0.113.9')
  })

  test('has browsers come back by TLS only where the site is known by https', async () => {
    const url = await serve(okPage)
    expect((await fetch(url)).headers.has('strict-transport-security')).toBe(false)
    server.close()
    server = createWebServer({ api: { fetch: () => new Response('') }, pages: okPage, dev: false, https: true })
    await listen(server, '127.0.0.1', 0)
    const { port } = server.address() as AddressInfo
    for (const path of ['/', '/api/v1/events']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`)
      expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    }
  })

  test('never sends a nonce twice', async () => {
    const url = await serve(okPage)
    const policies = await Promise.all(
      Array.from({ length: 20 }, async () => (await fetch(url)).headers.get('content-security-policy')),
    )
    expect(new Set(policies).size).toBe(20)
  })

  test('answers a page that fails with 500 without what went wrong, and goes on', async () => {
    const logged = captureLog()
    let failing = true
    const url = await serve(async (request, response) => {
      if (failing) throw new Error('the secret reason')
      await okPage(request, response)
    })
    const answer = await fetch(url)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    failing = false
    expect((await fetch(url)).status).toBe(200)
    expect(logged.lines()[0]).toMatchObject({ msg: 'a page could not be made', err: { message: 'the secret reason' } })
    logged.restore()
  })

  test('says which port is taken', async () => {
    const url = await serve(okPage)
    const second = createWebServer({ api: { fetch: () => new Response() }, pages: okPage, dev: false })
    await expect(listen(second, '127.0.0.1', Number(new URL(url).port))).rejects.toThrow(/Port \d+ .* taken/)
  })
})

describe('the end of the web server', () => {
  test('lets a running answer finish', async () => {
    let arrived = () => undefined as unknown
    const asked = new Promise((resolve) => {
      arrived = () => resolve(null)
    })
    const url = await serve(async (_, response) => {
      arrived()
      setTimeout(() => response.end('late'), 200)
    })
    const answer = fetch(url)
    await asked
    const begun = performance.now()
    const drained = drain(server, 5_000)
    expect(await (await answer).text()).toBe('late')
    await drained
    // The client keeps its connection open; that must not hold the server until the end of its patience.
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test('does not wait for ever for an answer that never ends', async () => {
    const url = await serve(async () => undefined)
    const answer = fetch(url).catch((error: Error) => error)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await drain(server, 100)
    expect(await answer).toBeInstanceOf(Error)
  })
})

describe('the content policy', () => {
  test('allows no inline script without the nonce, no eval and no frame', () => {
    const nonce = newNonce()
    const policy = contentPolicy(nonce, false)
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'))
    expect(scripts).toBe(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
  })

  test('has a nonce of 128 bits in base64, as Next looks for it', () => {
    expect(newNonce()).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  })
})
