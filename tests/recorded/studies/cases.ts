import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const folder = fileURLToPath(new URL('../../../../shared/event-study', import.meta.url))

/** Whether the reference cases are there; their tests are skipped where they are not, and say so. */
export const haveCases = existsSync(`${folder}/FIELDS.md`)
if (!haveCases) console.warn(`reference cases: skipped, there is no ${folder}`)

/** A reference case: what goes in, what has to come out, and how near. */
export interface ReferenceCase {
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: { readonly rel: number; readonly abs: number }
}

/** A reference case by its file name without `.json`. */
export function referenceCase(name: string): ReferenceCase {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
}

/** Expects every field of `expected` in `got`: numbers within max(abs, rel |expected|), everything else equal. Returns how many values were compared. */
export function expectWithin(got: unknown, { expected, tolerance }: ReferenceCase, path = ''): number {
  if (typeof expected === 'number') {
    const far = Math.abs(Number(got) - expected)
    const allowed = Math.max(tolerance.abs, tolerance.rel * Math.abs(expected))
    expect(typeof got === 'number' && far <= allowed, `${path}: got ${got}, expected ${expected} ± ${allowed}`).toBe(
      true,
    )
    return 1
  }
  if (expected === null || typeof expected !== 'object') {
    expect(got, path).toBe(expected)
    return 1
  }
  if (Array.isArray(expected)) expect(got, path).toHaveLength(expected.length)
  let compared = 0
  for (const [key, value] of Object.entries(expected)) {
    const inner = (got as Readonly<Record<string, unknown>> | undefined)?.[key]
    compared += expectWithin(inner, { input: null, expected: value, tolerance }, `${path}.${key}`)
  }
  return compared
}
