import type postgres from 'postgres'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import { parsedInput } from '../editable/value'
import { type RuleInput, ruleInput } from './schema'

/** A rule to add; what its kind has a default for may be left out of `parameters`. */
export interface NewRule extends Omit<RuleInput, 'status' | 'externalId' | 'listings'> {
  readonly listings: readonly string[]
}

/** Adds the rules whose slugs are not there yet, published, and leaves all others as they are (also archived ones). Returns how many were added. */
export async function addMissingRules(
  { sql }: Pick<Store, 'sql'>,
  ctx: CommandContext,
  rules: readonly NewRule[],
): Promise<number> {
  requireScope(ctx, 'admin')
  const rows = rules.map((rule) =>
    parsedInput(ruleInput, { ...rule, listings: [...rule.listings], status: 'published', externalId: null }),
  )
  return sql.begin(async (tx) => {
    let added = 0
    for (const { nameZh, externalId: _, parameters, listings, ...rest } of rows) {
      const row = {
        ...rest,
        name_zh: nameZh,
        parameters: tx.json(parameters as postgres.JSONValue),
        listings: [...listings],
      }
      const { count } = await tx`INSERT INTO rule ${tx(row)} ON CONFLICT (slug) DO NOTHING`
      added += count
    }
    return added
  })
}
