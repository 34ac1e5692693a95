import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fuzzApi } from './fuzz/reads'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(async () => {
  await seeded.store.close()
  logged.mockRestore()
})

test('nothing a client sends gives a 500, and every error is a problem', async () => {
  await fuzzApi(seeded.api, 500)
  expect(logged).not.toHaveBeenCalled()
}, 120_000)
