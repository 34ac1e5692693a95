import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { assertStoreSound } from './fuzz/sound'
import { fuzzWrites } from './fuzz/writes'
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

test('no write gives a 500, and what is stored afterwards is sound', async () => {
  const { api, seen } = await fuzzWrites(seeded.store, 500)
  expect(logged).not.toHaveBeenCalled()
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 403, 404]))
  await assertStoreSound(seeded.store, api)
}, 180_000)
