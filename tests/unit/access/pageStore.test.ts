import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  for (const name of ['tidemark.gate', 'tidemark.store']) Reflect.deleteProperty(globalThis, Symbol.for(name))
})

async function pageStoreWhere(reading: 'on' | 'off') {
  vi.resetModules()
  vi.stubEnv('PUBLIC_READING', reading)
  vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
  const { pageStore } = await import('@/app/_data/store')
  return pageStore
}

test('where reading needs a sign-in, no page is made unless somebody stands before the pages', async () => {
  const pageStore = await pageStoreWhere('off')
  expect(() => pageStore()).toThrow('PUBLIC_READING is off')
  const { declareGate } = await import('@/lib/access/current')
  declareGate()
  expect(pageStore()).toHaveProperty('sql')
})

test('where reading is public every server makes them', async () => {
  expect((await pageStoreWhere('on'))()).toHaveProperty('sql')
})
