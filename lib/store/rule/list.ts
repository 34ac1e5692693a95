import type { Queryable } from '../connection/sql'
import { slugForm } from '../slug'

/** A rule as it is stored. `parameters` is JSON as it stands: what evaluates it checks them. */
export interface StoredRule {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly nameZh: string
  readonly kind: string
  readonly parameters: unknown
  /** Symbols it looks at; all when empty. */
  readonly listings: readonly string[]
  readonly status: 'draft' | 'published' | 'archived'
  readonly position: number
  readonly externalId: string | null
  readonly managedBy: string | null
  /** Counts its changes, from 1; an editor sends the one it read. */
  readonly version: number
  readonly updatedAt: Date
}

export interface RuleFilter {
  readonly slug?: string
  /** Only those in one of these states; the published ones when not given. */
  readonly status?: readonly StoredRule['status'][]
}

/** Rules in display order. */
export async function listRules(
  sql: Queryable,
  { slug, status = ['published'] }: RuleFilter = {},
): Promise<StoredRule[]> {
  return sql<StoredRule[]>`
    SELECT id, slug, name, name_zh AS "nameZh", kind, parameters, listings, status::text, position, external_id AS "externalId",
      managed_by AS "managedBy", version, updated_at AS "updatedAt"
    FROM rule WHERE status::text = ANY(${[...status]}) AND (${slug ?? null}::text IS NULL OR slug = ${slug ?? null})
    ORDER BY position, slug`
}

/** The rule of a slug (any text) when it is in one of the states (published when not given), else null. */
export async function ruleBySlug(
  sql: Queryable,
  slug: string,
  status?: RuleFilter['status'],
): Promise<StoredRule | null> {
  if (!slugForm.test(slug)) return null
  const [rule] = await listRules(sql, { slug, ...(status === undefined ? {} : { status }) })
  return rule ?? null
}
