import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureLog } from '../../log'
import { fuzzApi } from './fuzz/reads'
import { type SeededApi, seededApi } from './seeded'

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
  await fuzzApi(seeded.api, 500)
  expect(logged.lines()).toEqual([])
}, 120_000)
