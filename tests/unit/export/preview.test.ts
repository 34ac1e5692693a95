import { expect, test } from 'vitest'
import { previewOf } from '@/app/_export/preview'
import { viewOf } from '@/app/_ui/view'

const preview = (address: string) =>
  previewOf({ view: viewOf(address), origin: 'https://tidemark.example', language: 'zh', product: 'Tidemark' })

test('a link to a view shows the picture of that view, in the language of the page', () => {
  const { openGraph, twitter } = preview('/compare?base=event:deepseek-ue8m0&_rsc=1a2b')
  const url = 'https://tidemark.example/compare.png?base=event:deepseek-ue8m0&lang=zh&size=card'
  expect(openGraph).toMatchObject({
    url: 'https://tidemark.example/compare?base=event:deepseek-ue8m0',
    locale: 'zh_CN',
  })
  expect(openGraph?.images).toEqual([{ url, width: 1200, height: 630, type: 'image/png' }])
  expect(twitter).toMatchObject({ card: 'summary_large_image', images: [{ url }] })
})

test('the board’s picture is called after it, a symbol stays percent-encoded', () => {
  const imageOf = (address: string) => JSON.stringify(preview(address).openGraph?.images)
  expect(imageOf('/')).toContain('"https://tidemark.example/board.png?lang=zh&size=card"')
  expect(imageOf('/listings/%5EGSPC')).toContain('/listings/%5EGSPC.png?')
})

test('a page that cannot be taken away has none', () => {
  for (const address of ['/gallery', '/nowhere', '/embed/board', '/listings/%ZZ/x'])
    expect(preview(address)).toEqual({})
})
