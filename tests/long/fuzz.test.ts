import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureLog } from '../log'
import { fuzzApi } from '../store/api/fuzz/reads'
import { type SeededApi, seededApi } from '../store/api/seeded'

let seeded: SeededApi
const logged = captureLog()
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(async () => {
  await seeded.store.close()
  logged.restore()
})

test('nothing a client sends gives a 500, and every error is a problem', async () => {
  await fuzzApi(seeded.api, 5_000)
  expect(logged.lines()).toEqual([])
}, 600_000)
