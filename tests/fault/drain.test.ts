import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/jobs/build/ensureBuild'
import { freePort } from '@/lib/store/embedded/freePort'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { startJob } from './process'

let store: FreshStore
beforeAll(async () => {
  store = await seededStore()
  await ensureBuild()
})
afterAll(() => store?.close())

test('a web process that is told to stop says so, answers for as long as it was asked to, and ends', async () => {
  const port = await freePort()
  const web = startJob('web', [], {
    ...{ DATABASE_URL: store.url, PORT: String(port), HOST: '127.0.0.1', REFRESH: 'off' },
    ...{ DRAIN_SECONDS: '2', ACCESS_LOG_LEVEL: 'info', LOG_FORMAT: 'json' },
  })
  await web.says('Tidemark serves')
  // A new connection each time, as a load balancer's probe has.
  const status = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close', cookie: 'session=pl4nted' } }))
      .status
  expect(await status('/readyz')).toBe(200)
  web.child.kill('SIGTERM')
  await web.says('"stopping"')
  expect([await status('/readyz'), await status('/healthz'), await status('/api/v1/topics?token=pl4nted')]).toEqual([
    503, 200, 400,
  ])
  const begun = performance.now()
  const { code, stdout } = await web.ended
  expect(code).toBe(0)
  expect(performance.now() - begun).toBeLessThan(6_000)
  await expect(status('/healthz')).rejects.toThrow()
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  const answered = lines.filter(({ msg }) => msg === 'answered')
  expect(answered.map(({ route, status: one, part }) => [route, one, part])).toEqual([
    ['/readyz', 200, 'web'],
    ['/readyz', 503, 'web'],
    ['/healthz', 200, 'web'],
    ['/api/v1/topics', 400, 'web'],
  ])
  expect(stdout).not.toContain('pl4nted')
}, 180_000)
