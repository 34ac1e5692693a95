import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '@/app/_ui/markdown/Markdown'
import { plainText } from '@/app/_ui/markdown/plainText'
import { events } from '@/prisma/seed'

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }))

describe('Markdown that somebody wrote', () => {
  test('has emphasis, lists and links to the web', () => {
    const made = html('What *happened*, **twice**:\n\n- one\n- [the paper](https://example.org/a?b=c)')
    expect(made).toContain('<em>happened</em>')
    expect(made).toContain('<strong>twice</strong>')
    expect(made).toMatch(/<a href="https:\/\/example\.org\/a\?b=c" rel="noopener nofollow"[^>]*>the paper<\/a>/)
  })

  test.each([
    ['<script>alert(1)</script>'],
    ['a <img src=x onerror=alert(1)> b'],
    ['[x](javascript:alert(1))'],
    ['[x](JaVaScRiPt:alert(1))'],
    ['[x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['[x](vbscript:msgbox)'],
    ['[x](/admin/accounts)'],
    ['![x](https://example.org/track.png)'],
    ['<a href="javascript:alert(1)">x</a>'],
    ['[x]: javascript:alert(1)\n[x]'],
  ])('lets nothing through that runs, loads or pretends: %s', (text) => {
    const made = html(text)
    expect(made).not.toMatch(/<script|<img|onerror|javascript:|data:|vbscript:|href=/i)
  })

  test('puts its headings below those of the page', () => {
    expect(html('# One\n\n## Two')).not.toMatch(/<h[12]>/)
  })
})

describe('its words alone', () => {
  test('for lists, pictures and tables', () => {
    expect(plainText('What *happened*:\n\n- one\n- [two](https://example.org)\n\n> three')).toBe(
      'What happened: one two three',
    )
    expect(plainText('a <b>bold</b> word')).toBe('a bold word')
  })

  test('every event in the box reads as it did before there was Markdown', () => {
    for (const { text, textZh } of events) {
      expect(plainText(text)).toBe(text)
      expect(plainText(textZh)).toBe(textZh)
    }
  })
})
