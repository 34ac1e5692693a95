import type { Sql } from '@/lib/store/connection/sql'

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

/** Tables that grow with listings and time: none of them is read from end to end for an answer. The weeks of quotes are parts of one. */
const growing = [
  ...['bar', 'bar_revision', 'corporate_action', 'missing_session', 'quote', 'live_change'],
  ...['refresh_run', 'refresh_attempt', 'refresh_request', 'signal', 'delivery', 'audit_entry', 'rate_bucket'],
  ...['sign_in', 'challenge'],
]

/**
 * Tables that may be: what has one row a listing or so, where all listings are asked for; what people write, some hundreds of rows; accounts, which an admin makes one by one; some rows
 * a quarter or a day for a whole market; and what was held back, where every row waits for a person. The tables of quotes before and after the weeks are empty but for odd clocks.
 */
const small = [
  ...[
    'listing',
    'topic',
    'topic_listing',
    'feed_symbol',
    'series_version',
    'feed_state',
    'seed_state',
    'attempt_count',
  ],
  ...['event', 'event_topic', 'event_listing', 'claim', 'milestone', 'rule', 'alert_rule', '_prisma_migrations'],
  ...['account_user', 'credential', 'passkey', 'api_key', 'account_link'],
  ...['revenue_fact', 'share_count', 'fx_rate', 'quarantine', 'quote_early', 'quote_late'],
]

const tableOf = (relation: string) => (/^quote_\d{8}$/.test(relation) ? 'quote' : relation)

/** Every table, so that a new one is put on one of the two lists. */
export const knownTables = [...growing, ...small].sort()

/** The tables that a plan reads from end to end, by the heap or by a whole index; a look at an index's beginning (under a LIMIT) is none. */
export function wholeReads(node: PlanNode, limited = false): string[] {
  const type = node['Node Type']
  const relation = node['Relation Name']
  const whole =
    type === 'Seq Scan' || (/^Index (Only )?Scan/.test(type) && node['Index Cond'] === undefined && !limited)
  const own = whole && relation !== undefined && growing.includes(tableOf(relation)) ? [`${type} of ${relation}`] : []
  // A sort takes all its rows before the first is given on.
  const under = type === 'Limit' || (limited && type !== 'Sort' && !type.endsWith('Aggregate'))
  return [...own, ...(node.Plans ?? []).flatMap((child) => wholeReads(child, under))]
}

async function planOf(sql: Sql, explained: string, parameters: readonly unknown[]): Promise<PlanNode> {
  const [row] = await sql.unsafe(explained, [...parameters] as never[])
  const [plan] = (row?.['QUERY PLAN'] ?? []) as { Plan: PlanNode }[]
  if (plan === undefined) throw new Error(`there is no plan of ${explained}`)
  return plan.Plan
}

// What the driver says of the type of a parameter goes with its value; the general plan has no values.
const typeOf = (value: unknown) =>
  value instanceof Date
    ? '::timestamptz'
    : typeof value === 'boolean'
      ? '::boolean'
      : typeof value === 'bigint'
        ? '::bigint'
        : ''

/** What a statement with these parameters reads from end to end. */
export async function wholeReadsOf(sql: Sql, text: string, parameters: readonly unknown[]): Promise<string[]> {
  return wholeReads(await planOf(sql, `EXPLAIN (FORMAT JSON) ${text}`, parameters))
}

/** What a statement reads from end to end when it is planned once for all parameters. */
export async function generalWholeReadsOf(sql: Sql, text: string, parameters: readonly unknown[]): Promise<string[]> {
  const typed = text.replace(
    /\$(\d+)(?!\d)(?!::)/g,
    (name, number) => `${name}${typeOf(parameters[Number(number) - 1])}`,
  )
  return wholeReads(await planOf(sql, `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${typed}`, []))
}
