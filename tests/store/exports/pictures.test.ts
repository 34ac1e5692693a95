import { createElement } from 'react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { drawPicture } from '@/app/_picture/draw'
import { pictureFonts } from '@/app/_picture/fonts'
import { lookOf } from '@/app/_picture/look'
import { palettes } from '@/app/_picture/palette'
import { type SeededExports, seededExports } from './exported'
import { pixelsOf } from './pixels'

let site: SeededExports
const fetched: string[] = []
beforeAll(async () => {
  site = await seededExports()
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (...[input, init]: Parameters<typeof fetch>) => {
    const url = String(input instanceof Request ? input.url : input)
    if (!url.startsWith('data:')) fetched.push(url)
    return url.startsWith('data:') ? real(input, init) : Promise.reject(new Error(`asked ${url}`))
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await site.store.close()
})

const hex = (red: number, green: number, blue: number) =>
  `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`

test.each([
  ['/board.png', 1600, 900, 'light'],
  ['/board.png?size=card&theme=dark&lang=zh', 1200, 630, 'dark'],
  ['/compare.png?symbols=688256.SS,NVDA,BABA&base=event:deepseek-ue8m0', 1600, 900, 'light'],
  ['/listings/NVDA.png?range=6m&rising=red', 1600, 900, 'light'],
  ['/events/deepseek-ue8m0.png?listing=688256.SS&lang=zh', 1600, 900, 'light'],
  ['/events/huawei-us-entity-list.png?theme=dark', 1600, 900, 'dark'],
  ['/claims/cambricon-half-year-growth.png', 1600, 900, 'light'],
] as const)('%s is a picture with ink in it', async (path, width, height, theme) => {
  const response = await site.get(path)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
  const picture = pixelsOf(Buffer.from(await response.arrayBuffer()))
  expect([picture.width, picture.height]).toEqual([width, height])
  expect(hex(...picture.at(2, 2))).toBe(palettes[theme].panel)
  expect(picture.inkShare(palettes[theme].panel)).toBeGreaterThan(0.01)
})

test('a picture in Chinese has its characters, and no picture asks the network for anything', async () => {
  const { has } = await pictureFonts()
  expect([...'寒武纪对英伟达：股价、营收与有日期的事件，“异动”，第 0 日−+%–·'].filter((one) => !has(one))).toEqual([])
  const look = lookOf('zh', { size: 'card', theme: 'light', rising: 'teal' })
  const drawn = async (text: string) => {
    const body = () => createElement('div', { style: { display: 'flex', fontSize: 80 } }, text)
    return pixelsOf(await drawPicture({ title: '', notes: [], foot: '', body }, '', look))
  }
  const [han, empty, unknown] = [await drawn('寒武纪'), await drawn(' '), await drawn('🚀→\u{1F9E0}ǿ')]
  const white = look.colours.panel
  expect(han.inkShare(white)).toBeGreaterThan(empty.inkShare(white) + 0.005)
  expect(unknown.inkShare(white)).toBeGreaterThan(empty.inkShare(white))
  expect(fetched).toEqual([])
})

test('a picture is drawn once a minute, and known again by who has it', async () => {
  const first = await site.get('/roadmap.png')
  const etag = first.headers.get('etag') ?? ''
  expect((await site.get('/roadmap.png', { 'if-none-match': etag })).status).toBe(304)
  expect(Buffer.from(await first.arrayBuffer()).equals(await site.bytes('/roadmap.png'))).toBe(true)
})

test('pictures beyond those that can wait are refused with when to come again, and the others are drawn', async () => {
  const days = Array.from({ length: 30 }, (_, i) => `2026-06-${i + 1}`.replace(/-(.)$/, '-0$1'))
  const answers = await Promise.all(days.map((day) => site.get(`/roadmap.png?size=card&asOf=${day}`)))
  const seen = answers.map(({ status, headers }) =>
    [status, headers.get('content-type'), headers.get('retry-after')].join(' '),
  )
  expect([...new Set(seen)].sort()).toEqual(['200 image/png ', '503 application/problem+json 2'])
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10)
})
