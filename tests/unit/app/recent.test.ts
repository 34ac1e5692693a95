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

describe('what may be given while it is made again', () => {
  test('is given at once, and replaced', async () => {
    let made = 0
    const make = async () => ++made
    expect(await recently('e', 30, at(0), make, 60)).toBe(1)
    expect(await recently('e', 30, at(31), make, 60)).toBe(1)
    await new Promise(setImmediate)
    expect(await recently('e', 30, at(32), make, 60)).toBe(2)
    expect(made).toBe(2)
  })

  test('is made by one of many that ask, and waited for once it is too old', async () => {
    let made = 0
    const make = () => new Promise<number>((resolve) => setTimeout(() => resolve(++made), 20))
    await recently('f', 30, at(0), make, 60)
    expect(await Promise.all([31, 32, 33].map((second) => recently('f', 30, at(second), make, 60)))).toEqual([1, 1, 1])
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(made).toBe(2)
    expect(await recently('f', 30, at(300), make, 60)).toBe(3)
  })

  test('outlives a failure to make it again', async () => {
    expect(await recently('g', 30, at(0), async () => 'there', 60)).toBe('there')
    const broken = () => Promise.reject(new Error('no store'))
    expect(await recently('g', 30, at(31), broken, 60)).toBe('there')
    await new Promise(setImmediate)
    expect(await recently('g', 30, at(32), broken, 60)).toBe('there')
    await expect(recently('g', 30, at(91), broken, 60)).rejects.toThrow('no store')
  })
})
