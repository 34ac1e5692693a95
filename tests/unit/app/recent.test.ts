import { describe, expect, test } from 'vitest'
import { recently } from '@/app/_data/recent'

const at = (seconds: number) => new Date(1_000_000 + 1000 * seconds)

describe('recently', () => {
  test('makes once within its time, again after it, and apart for another key', async () => {
    let made = 0
    const make = async () => ++made
    expect(await recently('a', 30, at(0), make)).toBe(1)
    expect(await recently('a', 30, at(29), make)).toBe(1)
    expect(await recently('b', 30, at(29), make)).toBe(2)
    expect(await recently('a', 30, at(30), make)).toBe(3)
  })

  test('does not keep a failure', async () => {
    const failed = recently('c', 30, at(0), () => Promise.reject(new Error('no store')))
    await expect(failed).rejects.toThrow('no store')
    expect(await recently('c', 30, at(1), async () => 'there')).toBe('there')
  })

  test('two that ask at once share one making', async () => {
    let made = 0
    const slow = () => new Promise<number>((resolve) => setTimeout(() => resolve(++made), 20))
    expect(await Promise.all([recently('d', 30, at(0), slow), recently('d', 30, at(0), slow)])).toEqual([1, 1])
  })
})
