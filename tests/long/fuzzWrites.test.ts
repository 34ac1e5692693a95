import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { assertStoreSound } from '../store/api/fuzz/sound'
import { fuzzWrites } from '../store/api/fuzz/writes'
import { type SeededApi, seededApi } from '../store/api/seeded'

let seeded: SeededApi
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(async () => {
  await seeded.store.close()
  logged.mockRestore()
})

test('ten thousand requests give no 500 and store nothing invalid', async () => {
  const { api, seen } = await fuzzWrites(seeded.store, 10_000)
  expect(logged).not.toHaveBeenCalled()
  for (const status of [200, 201, 400, 403, 404, 409, 413, 422])
    expect({ status, times: seen.get(status) ?? 0 }).not.toMatchObject({ times: 0 })
  const stored = await assertStoreSound(seeded.store, api)
  console.log(Object.fromEntries([...seen].sort()))
  for (const kind of ['events', 'claims', 'milestones']) {
    const count = stored[kind]?.filter((key) => key.startsWith('fuzz-')).length ?? 0
    expect({ kind, many: count > 20 }).toEqual({ kind, many: true })
  }
}, 1_200_000)
