import type { Store } from '@/lib/store/connection/store'
import { listRules, type RuleFilter, ruleBySlug, type StoredRule } from '@/lib/store/rule/list'
import { nearest, unknownText } from '../parameters/near'
import { Problem } from '../problem/problem'

/**
 * The rule of a slug in one of the states (published when not given); throws the problem `unknown-thing`, with slugs like it, when there is none. `parameter` names the
 * query parameter it came from.
 */
export async function findRule(
  { sql }: Pick<Store, 'sql'>,
  slug: string,
  parameter?: string,
  status?: RuleFilter['status'],
): Promise<StoredRule> {
  const found = await ruleBySlug(sql, slug, status)
  if (found) return found
  const rules = await listRules(sql)
  const near = nearest(
    slug,
    rules.map(({ slug: name, name: english, nameZh }) => ({ name, alias: [english, nameZh] })),
  )
  const detail = unknownText(slug, near, '/api/v1/rules')
  throw new Problem('unknown-thing', detail, {
    near,
    ...(parameter === undefined ? {} : { parameters: [{ name: parameter, detail }] }),
  })
}
