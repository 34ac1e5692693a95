import type { Queryable } from '../connection/sql'

/** A signal with what it is of. Moments in UTC, `session` a date of the listing's exchange. */
export interface StoredSignal {
  readonly id: bigint
  readonly rule: string
  readonly ruleName: string
  readonly ruleNameZh: string
  readonly kind: string
  readonly cause: string
  readonly symbol: string | null
  readonly listingName: string | null
  readonly listingNameZh: string | null
  readonly session: string | null
  readonly knownAt: Date
  readonly foundAt: Date
  readonly numbers: Readonly<Record<string, unknown>>
}

/** Which signals: every condition given must hold. Only those of published rules. */
export interface SignalFilter {
  /** A symbol. */
  readonly listing?: string
  /** A rule's slug. */
  readonly rule?: string
  /** First and last day (UTC) on which it could be known. */
  readonly from?: string
  readonly to?: string
  /** Only what could be known at this moment. */
  readonly asOf?: Date
}

export interface SignalPage {
  readonly limit: number
  readonly offset: number
}

// Only the conditions that there are: with those that may be null in it no index is of use to a plan for all of them.
function conditions(sql: Queryable, { listing, rule, from, to, asOf }: SignalFilter) {
  return sql`r.status = 'published'
    ${listing === undefined ? sql`` : sql`AND l.symbol = ${listing}`} ${rule === undefined ? sql`` : sql`AND r.slug = ${rule}`}
    ${from === undefined ? sql`` : sql`AND s.known_at >= ${from}::date`} ${to === undefined ? sql`` : sql`AND s.known_at < ${to}::date + 1`}
    ${asOf === undefined ? sql`` : sql`AND s.known_at <= ${asOf}::timestamptz`}`
}

const joined = (sql: Queryable) =>
  sql`FROM signal s JOIN rule r ON r.id = s.rule_id LEFT JOIN listing l ON l.id = s.listing_id`

/** Signals, the one known latest first; those known at one moment in the order of their rules and causes. */
export async function listSignals(
  sql: Queryable,
  filter: SignalFilter,
  { limit, offset }: SignalPage,
): Promise<StoredSignal[]> {
  return sql<StoredSignal[]>`
    SELECT s.id, r.slug AS rule, r.name AS "ruleName", r.name_zh AS "ruleNameZh", r.kind, s.cause, l.symbol, l.name AS "listingName",
      l.name_zh AS "listingNameZh", s.session, s.known_at AS "knownAt", s.found_at AS "foundAt", s.numbers
    ${joined(sql)} WHERE ${conditions(sql, filter)}
    ORDER BY s.known_at DESC, r.position, r.slug, s.cause LIMIT ${limit} OFFSET ${offset}`
}

/** How many signals a filter finds. */
export async function countSignals(sql: Queryable, filter: SignalFilter): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count ${joined(sql)} WHERE ${conditions(sql, filter)}`
  return row?.count ?? 0
}
