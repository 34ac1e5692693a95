import { describe, expect, test } from 'vitest'
import { contentPolicy, isEmbedPath } from '@/jobs/web/contentPolicy'
import { isReadersPage } from '@/jobs/web/view'
import { readSettings, SettingsError } from '@/lib/settings'

const origins = (text?: string) => readSettings({ EMBED_ORIGINS: text }).EMBED_ORIGINS

describe('EMBED_ORIGINS', () => {
  test('is nobody by default, and takes origins apart by spaces or commas', () => {
    expect(origins()).toEqual([])
    expect(origins('https://news.example, http://127.0.0.1:8080  https://news.example')).toEqual([
      'https://news.example',
      'http://127.0.0.1:8080',
    ])
    expect(origins('https://news.example *')).toEqual(['*'])
  })

  test.each([
    'news.example',
    'https://news.example/path',
    'https://news.example/',
    'ftp://news.example',
    "https://a.example; script-src 'none'",
    "'self'",
    'https://*.example',
    'https://user@news.example',
  ])('refuses %s by name', (text) => {
    expect(() => origins(text)).toThrow(SettingsError)
    expect(() => origins(text)).toThrow(/EMBED_ORIGINS: expected origins/)
  })
})

test('the policy lets those origins frame a page, and nobody else', () => {
  expect(contentPolicy('n', false)).toContain("frame-ancestors 'none'")
  expect(contentPolicy('n', false, ['https://a.example', 'https://b.example'])).toMatch(
    /frame-ancestors https:\/\/a\.example https:\/\/b\.example$/,
  )
})

test('what is embedded, and what is no page that a reader walks through', () => {
  expect(['/embed/board?x=1', '/embed', '/embed/listings/NVDA'].map(isEmbedPath)).toEqual([true, true, true])
  expect(['/', '/embedded', '/events/embed/board'].map(isEmbedPath)).toEqual([false, false, false])
  expect(['/', '/listings/688256.SS?lang=zh'].map(isReadersPage)).toEqual([true, true])
  expect(['/board.csv?lang=zh', '/compare.png', '/embed/board'].map(isReadersPage)).toEqual([false, false, false])
})
