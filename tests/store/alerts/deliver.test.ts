import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DeliveryMeans, deliverAlerts } from '@/lib/signals/alerts/deliver'
import { mailer } from '@/lib/signals/alerts/email'
import { changeAlert, createAlert, deleteAlert } from '@/lib/store/alert/commands'
import { listAudit } from '@/lib/store/audit/list'
import { enqueuePlain } from '@/lib/store/delivery/enqueue'
import { listDeliveries } from '@/lib/store/delivery/list'
import { InputError, UnknownError, VersionConflictError } from '@/lib/store/errors'
import { contextAt, type FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

let store: FreshStore
let clock = new Date('2026-11-24T02:00:00Z')
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000)
}
const reader = () => ({ actor: 'vera@example.org', scopes: ['read'] as const, now: clock })
const means = (of: Partial<DeliveryMeans> = {}): DeliveryMeans => ({
  ...{ sendMail: null, allow: ['127.0.0.1'], site: 'https://tidemark.example', now: () => clock },
  ...of,
})
const round = (of?: Partial<DeliveryMeans>, actor = 'worker') => deliverAlerts(store, actor, means(of))

let receiver: Server
let url = ''
let failures = 0
const received: { key: string; body: string }[] = []
beforeAll(async () => {
  store = await seededStore()
  await store.prisma.user.create({ data: { id: 'vera', name: 'Vera', email: 'vera@example.org' } })
  await store.prisma.user.create({ data: { id: 'otto', name: 'Otto', email: 'otto@example.org' } })
  await store.prisma.rule.createMany({
    data: [
      { slug: 'big-move', name: 'big-move', nameZh: '大幅异动', kind: 'abnormal-return', listings: [] },
      { slug: 'quiet', name: 'quiet', nameZh: '停更', kind: 'stale-series', listings: [] },
    ],
  })
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (failures-- > 0) return response.writeHead(503).end()
      received.push({ key: String(request.headers['webhook-id']), body })
      response.end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
})
afterAll(async () => {
  receiver.close()
  await store.close()
})
beforeEach(() => {
  received.length = 0
  failures = 0
})
afterEach(async () => {
  await store.sql`DELETE FROM alert_rule`
  await store.sql`DELETE FROM signal`
  later(86_400)
})

const webhook = (of: object = {}) =>
  createAlert(store, reader(), 'vera', { name: 'Moves', channel: 'webhook', target: url, ...of })

let causes = 0
const stale = { lastSession: '2026-07-22', missingTo: '2026-07-24', sessions: 2, feeds: [] }
async function signal({
  rule = 'big-move',
  symbol = '688256.SS',
  knownAt = clock,
  session = '2026-07-22' as string | null,
  numbers = { abnormal: 0.081 } as object,
} = {}) {
  const [row] = await store.sql<{ id: bigint }[]>`
    INSERT INTO signal (rule_id, cause, listing_id, session, known_at, found_at, numbers)
    SELECT r.id, ${`${symbol} cause ${++causes}`}, l.id, ${session}, ${knownAt}, ${clock}, ${JSON.stringify(numbers)}::text::jsonb
    FROM rule r, listing l WHERE r.slug = ${rule} AND l.symbol = ${symbol} RETURNING id`
  return row?.id ?? 0n
}
const states = async () =>
  (await listDeliveries(store.sql, 'vera')).map(({ state, attempts }) => `${state} ${attempts}`)

test('a receiver that fails five times and then accepts gets each alert once, by its key', async () => {
  const { alert } = await webhook()
  const ids = [await signal(), await signal()]
  failures = 10
  for (let tries = 0; tries < 8; tries++) {
    await round()
    later(4 * 3_600)
  }
  expect(received.map(({ key }) => key).sort()).toEqual(ids.map((id) => `${alert.id}.${id}`).sort())
  expect(await states()).toEqual(['delivered 6', 'delivered 6'])
  const body = JSON.parse(received[0]?.body ?? '') as Record<string, unknown>
  expect(body).toMatchObject({
    type: 'tidemark.signal',
    rule: { slug: 'big-move' },
    listing: { symbol: '688256.SS' },
    signal: { session: '2026-07-22', numbers: { abnormal: 0.081 } },
    url: 'https://tidemark.example/signals?rule=big-move&listing=688256.SS',
  })
})

test('two workers at once send each message once', async () => {
  await webhook()
  for (let n = 0; n < 6; n++) await signal()
  await Promise.all([round({}, 'one'), round({}, 'two'), round({}, 'three')])
  expect(received.length).toBe(6)
  expect(new Set(received.map(({ key }) => key)).size).toBe(6)
})

test('what a worker took and died with is sent by another one, under the same key', async () => {
  await webhook()
  await signal()
  await round({ now: () => clock, allow: ['127.0.0.1'] })
  await store.sql`UPDATE delivery SET state = 'sending', lease_until = ${new Date(clock.getTime() + 60_000)}`
  await round()
  expect(received.length).toBe(1)
  later(61)
  await round()
  expect(received.length).toBe(2)
  expect(new Set(received.map(({ key }) => key)).size).toBe(1)
})

test('only what an alert asks for is sent: its rules, its listings, what is news, what came after it was made', async () => {
  await signal()
  later(60)
  await webhook({ rules: ['big-move'], listings: ['NVDA'] })
  await signal({ symbol: '688256.SS' })
  await signal({ rule: 'quiet', symbol: 'NVDA' })
  await signal({ symbol: 'NVDA', knownAt: new Date('2025-01-27T21:00:00Z') })
  await round()
  expect(received).toEqual([])
  await signal({ symbol: 'NVDA' })
  await round()
  expect(received.length).toBe(1)
})

test('a pending period, a mute window and sessions hold back and lose nothing', async () => {
  clock = new Date('2026-12-01T13:30:00Z')
  const mute = [{ from: '22:00', to: '07:00', timeZone: 'Asia/Shanghai', days: [] }]
  await webhook({ options: { pendingMinutes: 45, mute, sessionsOnly: true } })
  await signal()
  await round()
  later(50 * 60)
  await round()
  expect(await states()).toEqual(['waiting 0'])
  clock = new Date('2026-12-01T23:10:00Z')
  await round()
  expect(received).toEqual([])
  clock = new Date('2026-12-02T01:31:00Z')
  await round()
  expect(received.length).toBe(1)
})

test('what still holds is told again after the hours asked for, and no longer once it is over', async () => {
  await webhook({ options: { repeatHours: 6 } })
  // Nothing newer than the bundled figures has come; and a move is over as it happens.
  await signal({ rule: 'quiet', session: null, numbers: stale })
  await signal()
  await round()
  expect(received.length).toBe(2)
  later(6 * 3_600)
  await round()
  await round()
  expect(received.length).toBe(3)
  await store.sql`UPDATE signal SET numbers = jsonb_set(numbers, '{lastSession}', '"2026-07-21"')`
  later(7 * 3_600)
  await round()
  expect(received.length).toBe(3)
})

test('figures that stay away are a message of their own, once a spell', async () => {
  await webhook({ listings: ['688256.SS'], options: { noData: true } })
  await round()
  await round()
  expect(received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['tidemark.no-data'])
  expect(received[0]?.body).toContain('2026-07-22')
})

test('mail goes out with a Message-ID that stays the same, in the language asked for', async () => {
  const mails: string[] = []
  let refuse = 1
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        if (refuse-- > 0) return done(Object.assign(new Error('come again'), { responseCode: 451 }))
        mails.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const sendMail = mailer(
    `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    'Tidemark <alerts@tidemark.example>',
  )
  await createAlert(store, reader(), 'vera', {
    name: 'Post',
    channel: 'email',
    target: 'vera@example.org',
    options: { language: 'zh' },
  })
  await signal({ rule: 'quiet', session: null, numbers: stale })
  await round({ sendMail })
  later(10)
  await round({ sendMail })
  await new Promise<void>((resolve) => smtp.close(resolve))
  expect(mails.length).toBe(1)
  expect(mails[0]).toMatch(/^Message-ID: <[0-9a-f-]+\.\d+@tidemark\.example>/im)
  expect(Buffer.from(mails[0]?.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toContain('寒武纪')
  expect(await states()).toEqual(['delivered 2'])
})

test('a target that is refused, and mail without a server, fail at once and say why', async () => {
  await webhook({ target: 'https://127.0.0.1:9/hook' })
  await createAlert(store, reader(), 'vera', { name: 'Post', channel: 'email', target: 'vera@example.org' })
  await signal()
  await round({ allow: [] })
  const rows = await listDeliveries(store.sql, 'vera')
  expect(rows.map(({ state }) => state)).toEqual(['failed', 'failed'])
  expect(rows.map(({ outcome }) => outcome).join()).toMatch(/private|public/)
  expect(rows.map(({ outcome }) => outcome).join()).toContain('SMTP_URL')
})

test('alerts are their account’s own; each change is in the audit, the secret never', async () => {
  const { alert, secret } = await webhook()
  expect(secret).toMatch(/^whsec_/)
  const edit = (userId: string, version: number) =>
    changeAlert(store, reader(), userId, {
      id: alert.id,
      patch: { enabled: false, options: { noData: true } },
      version,
    })
  await expect(edit('otto', 1)).rejects.toThrow(UnknownError)
  await expect(edit('vera', 7)).rejects.toThrow(VersionConflictError)
  expect(await edit('vera', 1)).toMatchObject({ version: 2, enabled: false, options: { noData: true, language: 'en' } })
  await enqueuePlain(store.sql, contextAt(clock.toISOString()), [{ alertId: alert.id, kind: 'test', subject: '1' }])
  await expect(deleteAlert(store, reader(), 'otto', alert.id)).rejects.toThrow(UnknownError)
  await deleteAlert(store, reader(), 'vera', alert.id)
  const trail = await listAudit(store.sql, { entity: 'alert', key: alert.id })
  expect(trail.map(({ action }) => action)).toEqual(['delete', 'update', 'create'])
  expect(JSON.stringify(trail.map(({ before, after }) => [before, after]))).not.toContain('whsec')
})

test.each([
  [{ target: 'nobody', channel: 'email' }, 'target'],
  [{ options: { mute: [{ from: '25:00', to: '07:00', timeZone: 'Asia/Shanghai', days: [] }] } }, 'options.mute.0.from'],
  [{ options: { mute: [{ from: '22:00', to: '07:00', timeZone: 'Mars', days: [] }] } }, 'options.mute.0.timeZone'],
  [{ options: { pendingMinutes: -1 } }, 'options.pendingMinutes'],
  [{ options: { loud: true } }, 'options.loud'],
  [{ channel: 'pigeon' }, 'channel'],
  [{ rules: ['big-move', 'nowhere'] }, 'rules'],
  [{ listings: ['NOPE'] }, 'listings'],
])('%j is refused and names its field', async (wrong, field) => {
  const refused = await webhook(wrong).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(InputError)
  expect((refused as InputError).fields.map(({ name }) => name)).toEqual([field])
})
