import { expect, test } from 'vitest'
import { quarantineOptions } from '../../../jobs/quarantine/options'
import { UsageError } from '../../../jobs/refresh/options'

test.each([
  [['release', 'x'], '"x" is no ID'],
  [['reject'], 'reject what? Give the ID that the list shows'],
  [['list', '--state', 'open'], '--state open: expected one of held, released'],
  [['reject', '1', '--ratio', '2'], '--ratio does not go with reject'],
  [['free', '1'], 'Usage: npm run quarantine'],
])('npm run quarantine -- %j is refused and says what is wrong', (args, message) => {
  expect(() => quarantineOptions(args)).toThrow(UsageError)
  expect(() => quarantineOptions(args)).toThrow(message)
})

test('without a state the held rows are listed; an ID is read with what goes with its verb', () => {
  expect(quarantineOptions(['list'])).toEqual({ verb: 'list', filter: { state: 'held' }, json: false })
  expect(quarantineOptions(['list', '--state', 'all', '--json'])).toEqual({ verb: 'list', filter: {}, json: true })
  const released = { verb: 'release', id: 7n, edits: { ratio: '1.49', close: '12.5' }, json: false }
  expect(quarantineOptions(['release', '7', '--ratio', '1.49', '--close', '12.5'])).toEqual(released)
})
