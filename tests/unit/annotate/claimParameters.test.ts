import { describe, expect, test } from 'vitest'
import { isFilled, parameterFields, parametersOf, valuesOf } from '@/app/_admin/claim/parameters'
import { growthReadings } from '@/lib/analytics/claims/growth'
import { type ClaimKind, claimKinds, claimParameters } from '@/lib/studies/claims/kinds'
import { claims } from '@/prisma/seed'

describe('the form of a claim’s parameters', () => {
  test.each(claims.map((claim) => [claim.slug, claim] as const))('shows and sends %s as it is stored', (_, claim) => {
    const kind = claim.kind as ClaimKind
    expect(parametersOf(kind, valuesOf(kind, claim.parameters))).toEqual(claim.parameters)
  })

  test('has a field for everything that each kind takes, and for nothing else', () => {
    for (const kind of claimKinds) {
      const parsed = claimParameters[kind].safeParse(parametersOf(kind, valuesOf(kind, {})))
      const strange = parsed.error?.issues.filter(
        ({ code, message }) => code === 'unrecognized_keys' || message.includes('undefined'),
      )
      expect({ kind, strange: strange ?? [] }).toEqual({ kind, strange: [] })
    }
  })

  test('offers exactly the readings of a growth that its arithmetic knows', () => {
    const field = parameterFields.growth.find(({ path }) => path === 'reading')
    expect(field).toMatchObject({ type: 'words', words: growthReadings })
  })

  test('knows when nothing is missing any more', () => {
    for (const { kind, parameters } of claims) {
      const [one, values] = [kind as ClaimKind, valuesOf(kind as ClaimKind, parameters)]
      expect(isFilled(one, values)).toBe(true)
      expect(isFilled(one, valuesOf(one, {}))).toBe(false)
    }
  })

  test('sends what is no number as it was typed', () => {
    expect(parametersOf('interval', { fromEvent: 'a', toEvent: 'b', atMostDays: 'soon' }).atMostDays).toBe('soon')
    expect(parametersOf('interval', {}).atMostDays).toBe('')
    expect(parametersOf('arithmetic', { wholes: ['3', 'x'] }).wholes).toEqual([3, 'x'])
  })
})
