import { z } from 'zod'
import { externalIdInput, lineInput, positionInput, slugInput, slugOf, statusInput } from '../input'
import { ruleKinds, ruleParameters } from './parameters'

/** The fields of a rule as its commands take them. What `parameters` may hold, its kind says (`ruleParameters`). */
export const ruleFields = {
  slug: slugInput,
  name: lineInput(200),
  nameZh: lineInput(200),
  kind: z.enum(ruleKinds, { error: `expected one of ${ruleKinds.join(', ')}` }),
  parameters: z.record(z.string().max(60), z.unknown(), { error: 'expected an object' }),
  /** Symbols; all listings when empty. */
  listings: z.array(z.string().max(100)).max(50, { error: 'expected at most 50' }),
  status: statusInput,
  position: positionInput,
  externalId: externalIdInput.nullable(),
}

/** A whole rule; its parameters come out complete, as its kind has them. */
export const ruleInput = z.strictObject(ruleFields).transform((rule, check) => {
  const refuse = (path: readonly PropertyKey[], message: string) =>
    check.issues.push({ code: 'custom', path: [...path], message, input: rule })
  if (new Set(rule.listings).size !== rule.listings.length) refuse(['listings'], 'expected each one once')
  const parsed = ruleParameters[rule.kind].safeParse(rule.parameters)
  for (const issue of parsed.error?.issues ?? []) {
    const path = ['parameters', ...issue.path]
    if (issue.code !== 'unrecognized_keys') refuse(path, issue.message)
    else for (const key of issue.keys) refuse([...path, key.slice(0, 60)], `is no parameter of ${rule.kind}`)
  }
  return parsed.success ? { ...rule, parameters: parsed.data as Readonly<Record<string, unknown>> } : z.NEVER
})

export type RuleInput = z.output<typeof ruleInput>

/** What may be left out of a new rule. */
export const ruleDefaults = {
  parameters: {},
  listings: [],
  status: 'draft',
  position: 100,
  externalId: null,
} as const

/** A new rule with what was left out; its slug made of the name. */
export function completeRule(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { name } = input
  return { ...ruleDefaults, ...(typeof name === 'string' ? { slug: slugOf(name) ?? undefined } : {}), ...input }
}
