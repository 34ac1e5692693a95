import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf } from '@/lib/signals/alerts/guard'
import { targetProblem } from '@/lib/signals/alerts/webhook'

describe('where an address lies', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ])('%s is refused', (address) => {
    expect(placeOf(address, [])).toBe('refused')
  })

  test.each(['1.1.1.1', '203.0.114.7', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is public', (address) => {
    expect(placeOf(address, [])).toBe('public')
  })

  test('an operator’s list lets in what it names and nothing beside it, whatever the form of the address', () => {
    const allow = ['10.1.0.0/16', '127.0.0.1', 'fd00:1::/32']
    expect(['10.1.2.3', '::ffff:10.1.2.3', '127.0.0.1', 'fd00:1::7'].map((one) => placeOf(one, allow))).toEqual(
      Array(4).fill('allowed'),
    )
    expect(['10.2.0.1', '127.0.0.2', 'fd00:2::7', '::1'].map((one) => placeOf(one, allow))).toEqual(
      Array(4).fill('refused'),
    )
  })

  test('no address of the private ranges is ever public', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const inside = fc.oneof(
      fc.tuple(byte, byte, byte).map(([b, c, d]) => `10.${b}.${c}.${d}`),
      fc.tuple(byte, byte, byte).map(([b, c, d]) => `127.${b}.${c}.${d}`),
      fc.tuple(byte, byte).map(([c, d]) => `192.168.${c}.${d}`),
      fc.tuple(fc.integer({ min: 16, max: 31 }), byte, byte).map(([b, c, d]) => `172.${b}.${c}.${d}`),
      fc.tuple(byte, byte).map(([c, d]) => `169.254.${c}.${d}`),
    )
    fc.assert(
      fc.property(
        inside,
        (address) => placeOf(address, []) === 'refused' && placeOf(`::ffff:${address}`, []) === 'refused',
      ),
    )
  })
})

test.each([
  ['https://example.org/hook', [], null],
  ['http://example.org/hook', [], 'https'],
  ['http://10.0.0.1/hook', ['10.0.0.0/8'], null],
  ['ftp://example.org', [], 'https'],
  ['example.org', [], 'address'],
  ['https://me:secret@example.org', [], 'user name'],
] as const)('the target %s with the list %j: %s', (target, allow, problem) => {
  const found = targetProblem(target, allow)
  if (problem === null) expect(found).toBeNull()
  else expect(found).toContain(problem)
})
