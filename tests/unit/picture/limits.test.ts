import { expect, test } from 'vitest'
import { createKept } from '@/app/_picture/kept'
import { Busy, createLimit } from '@/app/_picture/limit'

test('two run at a time, the rest wait in order, and one more than may wait is refused', async () => {
  const limited = createLimit(2, 2)
  const [begun, ends]: [number[], (() => void)[]] = [[], []]
  const work = (name: number) =>
    limited(async () => {
      begun.push(name)
      await new Promise<void>((resolve) => ends.push(resolve))
      return name
    })
  const all = [1, 2, 3, 4].map(work)
  await expect(work(5)).rejects.toThrow(Busy)
  expect(begun).toEqual([1, 2])
  ends[0]?.()
  expect(await all[0]).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(begun).toEqual([1, 2, 3])
  ends[1]?.()
  ends[2]?.()
  await new Promise((resolve) => setTimeout(resolve, 0))
  ends[3]?.()
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4])
})

test('a work that fails gives its place back', async () => {
  const limited = createLimit(1, 1)
  await expect(limited(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await limited(async () => 'yes')).toBe('yes')
})

test('what was made is kept for its time, the keys used last only, and never a failure', async () => {
  const kept = createKept<string>(2, 60)
  let count = 0
  const make = async () => `${++count}`
  expect(await Promise.all([kept('a', 0, make), kept('a', 1, make)])).toEqual(['1', '1'])
  expect(await kept('a', 60_000, make)).toBe('2')
  await kept('b', 60_001, make)
  await kept('a', 60_002, make)
  await kept('c', 60_003, make)
  expect(await kept('a', 60_004, make)).toBe('2')
  expect(await kept('b', 60_005, make)).toBe('5')
  await expect(kept('d', 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await kept('d', 0, make)).toBe('6')
})
