import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '@/lib/settings'

test('live prices are polled every 15 seconds, and streams have caps, unless the settings say otherwise', () => {
  expect(readSettings({})).toMatchObject({ QUOTES_EVERY: 15, LIVE_PER_ADDRESS: 100, LIVE_TOTAL: 5_000 })
  expect(readSettings({ QUOTES_EVERY: '60', LIVE_PER_ADDRESS: '7' })).toMatchObject({
    QUOTES_EVERY: 60,
    LIVE_PER_ADDRESS: 7,
  })
})

test.each(['0', '-1', '1.5', 'often', '3601'])('QUOTES_EVERY=%s is refused with what was expected', (wrong) => {
  expect(() => readSettings({ QUOTES_EVERY: wrong })).toThrow(SettingsError)
  expect(() => readSettings({ QUOTES_EVERY: wrong })).toThrow(/QUOTES_EVERY: expected a whole number of seconds/)
})
