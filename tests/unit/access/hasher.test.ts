import { expect, test } from 'vitest'
import { nobodysHash, scrypt } from '@/lib/access/hasher'

test('a password is kept by a hash of its own each time, and proven by it only', async () => {
  const [one, other] = [await scrypt.hash('violet otter 9 lamps'), await scrypt.hash('violet otter 9 lamps')]
  expect(one).not.toBe(other)
  expect(await scrypt.verify(one, 'violet otter 9 lamps')).toBe(true)
  expect(await scrypt.verify(one, 'violet otter 9 lamp')).toBe(false)
})

test('the hash that stands for nobody has the form of any other, and no password has it', async () => {
  const real = await scrypt.hash('violet otter 9 lamps')
  const form = (hash: string) => hash.split(':').map(({ length }) => length)
  expect(form(nobodysHash)).toEqual(form(real))
  expect(await scrypt.verify(nobodysHash, 'violet otter 9 lamps')).toBe(false)
})
