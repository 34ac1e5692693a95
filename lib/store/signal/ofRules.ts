import type { Queryable } from '../connection/sql'

/** What has been stored of a rule's signals. */
export interface RuleSignals {
  readonly rule: string
  readonly count: number
  /** When the latest of them could be known, in UTC. */
  readonly lastKnownAt: Date
}

/** Of every rule that came true by `asOf` how often it did, and when last. */
export async function signalsOfRules(sql: Queryable, asOf: Date): Promise<RuleSignals[]> {
  return sql<RuleSignals[]>`
    SELECT r.slug AS rule, count(*)::int AS count, max(s.known_at) AS "lastKnownAt"
    FROM signal s JOIN rule r ON r.id = s.rule_id WHERE s.known_at <= ${asOf} GROUP BY r.slug ORDER BY r.slug`
}

/** Of a rule's signals known by `asOf` the numbers, ascending by when they could be known and, at one moment, were found. */
export async function numbersTold(
  sql: Queryable,
  ruleId: number,
  asOf: Date,
): Promise<Readonly<Record<string, unknown>>[]> {
  const rows = await sql<{ numbers: Readonly<Record<string, unknown>> }[]>`
    SELECT numbers FROM signal WHERE rule_id = ${ruleId} AND known_at <= ${asOf} ORDER BY known_at, id`
  return rows.map(({ numbers }) => numbers)
}
