import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { callWebhook } from '@/lib/signals/alerts/webhook'

const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`
const message = { key: 'alert.7', at: new Date(), body: '{"n":1}', secret }

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function receiver(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  const requests: string[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      requests.push(request.url ?? '')
      answer(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, requests }
}

test('a receiver can prove with the standard’s own library that a message is ours and whole', async () => {
  const seen: unknown[] = []
  const { port } = await receiver((request, response, body) => {
    seen.push(new Webhook(secret).verify(body, request.headers as Record<string, string>))
    response.end()
  })
  const outcome = await callWebhook(`http://127.0.0.1:${port}/hook`, message, { allow: ['127.0.0.1'] })
  expect(outcome).toEqual({ delivered: true, again: false, words: 'answered 200' })
  expect(seen).toEqual([{ n: 1 }])
})

test.each([
  'https://127.0.0.1',
  'https://10.0.0.1',
  'https://[::1]',
  'https://[::ffff:127.0.0.1]',
  'https://localhost',
  'https://0x7f.1',
  'https://2130706433',
  'http://127.0.0.1',
])('%s is refused by default, and nothing is sent there', async (host) => {
  const { port, requests } = await receiver((_, response) => response.end())
  const outcome = await callWebhook(`${host}:${port}/hook`, message, { allow: [] })
  expect(outcome).toMatchObject({ delivered: false, again: false })
  expect(outcome.words).toMatch(/refused|expected https/)
  expect(requests).toEqual([])
})

test('what is allowed over plain HTTP is only what the list names', async () => {
  const { port, requests } = await receiver((_, response) => response.end())
  const outcome = await callWebhook(`http://localhost:${port}/hook`, message, { allow: ['10.0.0.0/8'] })
  expect([outcome.delivered, outcome.again]).toEqual([false, false])
  expect(requests).toEqual([])
})

test('a redirect is not followed', async () => {
  const { port, requests } = await receiver((_, response) => {
    response.writeHead(307, { Location: '/elsewhere' }).end()
  })
  const outcome = await callWebhook(`http://127.0.0.1:${port}/hook`, message, { allow: ['127.0.0.1'] })
  expect(outcome).toMatchObject({ delivered: false, again: false, words: expect.stringContaining('redirects') })
  expect(requests).toEqual(['/hook'])
})

test('time and answers are bounded; what may pass is tried again, what cannot is not', async () => {
  const silent = await receiver(() => undefined)
  const late = await callWebhook(`http://127.0.0.1:${silent.port}/`, message, { allow: ['127.0.0.1'], timeoutMs: 100 })
  expect(late).toEqual({ delivered: false, again: true, words: 'no answer within 0.1 s' })
  server?.closeAllConnections()
  server?.close()
  const endless = await receiver((_, response) => {
    const more = setInterval(() => response.write('x'.repeat(10_000)), 1)
    response.on('close', () => clearInterval(more))
  })
  const allow = ['127.0.0.1']
  expect(
    (await callWebhook(`http://127.0.0.1:${endless.port}/`, message, { allow, mostBytes: 50_000 })).delivered,
  ).toBe(true)
  server?.closeAllConnections()
  server?.close()
  let status = 500
  const answering = await receiver((_, response) => response.writeHead(status).end())
  const again = async () => (await callWebhook(`http://127.0.0.1:${answering.port}/`, message, { allow })).again
  expect(await again()).toBe(true)
  status = 410
  expect(await again()).toBe(false)
  expect((await callWebhook('http://127.0.0.1:1/', message, { allow })).again).toBe(true)
})
