import { describe, expect, test } from 'vitest'
import { languageNamed, languageOf } from '@/lib/api/language'

describe('the language of a request', () => {
  test('is what the URL asks for, else what was chosen before, else what the browser accepts first, else English', () => {
    expect(languageOf({ asked: 'zh', chosen: 'en', accepted: 'en' })).toBe('zh')
    expect(languageOf({ asked: 'xx', chosen: 'zh', accepted: 'en' })).toBe('zh')
    expect(languageOf({ accepted: 'en;q=0.5, zh-CN' })).toBe('zh')
    expect(languageOf({ accepted: 'fr, zh;q=0, en;q=0.1' })).toBe('en')
    expect(languageOf({ accepted: 'fr-CA' })).toBe('en')
    expect(languageOf({})).toBe('en')
  })

  test('is known by the first part of a tag, in any case', () => {
    expect(languageNamed('ZH-Hant-TW')).toBe('zh')
    expect(languageNamed('en_GB')).toBe('en')
    for (const odd of ['', 'zhx', 'q=1', null, undefined]) expect(languageNamed(odd)).toBeNull()
  })

  test('takes any header without failing', () => {
    for (const odd of [';;;', '*;q=x', ',', 'zh;q=', `${'a'.repeat(9_000)}`])
      expect(['en', 'zh']).toContain(languageOf({ accepted: odd }))
  })
})
