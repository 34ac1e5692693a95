import { expect, test } from 'vitest'
import { addressOf } from '@/lib/access/address'
import { addressClient } from '@/lib/api/access/address'

const chain = '198.51.100.1, 203.0.113.9, 192.0.2.4'

test.each([
  ['127.0.0.1', chain, 0, '127.0.0.1'],
  ['::ffff:127.0.0.1', undefined, 0, '127.0.0.1'],
  ['10.0.0.1', chain, 1, '192.0.2.4'],
  ['10.0.0.1', chain, 2, '203.0.113.9'],
  ['10.0.0.1', '203.0.113.9', 2, '10.0.0.1'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ['10.0.0.1', 'nonsense', 1, '10.0.0.1'],
  ['10.0.0.1', '[2001:db8::1]', 1, '2001:db8::1'],
  [undefined, undefined, 0, null],
])('socket %s, forwarded %s, %i proxies: %s', (socket, forwarded, depth, address) => {
  expect(addressOf(socket, forwarded, depth)).toBe(address)
})

test('limits count an IPv6 client by its network, however it is written', () => {
  expect(addressClient('203.0.113.9')).toBe('203.0.113.9')
  expect(addressClient('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(addressClient('2001:0DB8:1:2::9')).toBe('2001:db8:1:2::/64')
  expect(addressClient('2001:db8::9')).toBe('2001:db8:0:0::/64')
  expect(addressClient('::1')).toBe('0:0:0:0::/64')
  expect(addressClient('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(addressClient(null)).toBe('unknown')
})
