import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings, SettingsError } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const good = 'Vb1nq8Zs0Xc5Re7Tt2Yp4Lk6Jh9Gf3Dd'

test('a secret that is given is used; a weak one stops the start, and is not told', () => {
  expect(sessionSecret(readSettings({ SESSION_SECRET: good, DATA_DIR: folder }))).toBe(good)
  for (const weak of ['short-and-weak', 'a'.repeat(40), `${'secret'.repeat(8)}`]) {
    const read = () => readSettings({ SESSION_SECRET: weak })
    expect(read).toThrow(/SESSION_SECRET: expected at least 32 random characters/)
    expect(read).not.toThrow(weak)
  }
  expect(() => readSettings({ SETUP_TOKEN: 'my token' })).not.toThrow('my token')
})

test('on one machine it is made once, kept for its owner only, and stays the same', () => {
  const settings = readSettings({ DATA_DIR: join(folder, 'new') })
  const made = sessionSecret(settings, {})
  expect(made.length).toBeGreaterThanOrEqual(43)
  expect(sessionSecret(settings, { NODE_ENV: 'production' })).toBe(made)
  const file = join(folder, 'new', 'session-secret')
  expect(readFileSync(file, 'utf8').trim()).toBe(made)
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
})

test('where several machines may share a database it has to be set', () => {
  const elsewhere = { DATABASE_URL: 'postgresql://db.example/tidemark' }
  const refused = (env: Record<string, string>) => () => sessionSecret(readSettings(env), env)
  expect(refused({ ...elsewhere, PUBLIC_URL: 'https://tidemark.example' })).toThrow(SettingsError)
  expect(refused({ ...elsewhere, NODE_ENV: 'production' })).toThrow(/the same on every machine/)
  expect(refused({ ...elsewhere, NODE_ENV: 'production', DATA_DIR: folder })).not.toThrow()
  expect(refused({ ...elsewhere, NODE_ENV: 'production', SESSION_SECRET: good })).not.toThrow()
  expect(refused({ PUBLIC_URL: 'https://tidemark.example', DATA_DIR: folder })).not.toThrow()
})

test('the other settings of access', () => {
  expect(readSettings({})).toMatchObject({ PUBLIC_READING: true, PROXY_DEPTH: 0 })
  expect(readSettings({ PUBLIC_READING: 'off', PROXY_DEPTH: '2' })).toMatchObject({
    PUBLIC_READING: false,
    PROXY_DEPTH: 2,
  })
  expect(() => readSettings({ PROXY_DEPTH: 'all' })).toThrow(/PROXY_DEPTH/)
  expect(() => readSettings({ PUBLIC_URL: 'ftp://tidemark.example' })).toThrow(/PUBLIC_URL/)
})
