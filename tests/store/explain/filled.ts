import type { Sql } from '@/lib/store/connection/sql'
import { keepQuoteWeeks } from '@/lib/store/quote/weeks'
import { addMadeListings, fillBars } from '../../bench/growth/store'

/**
 * Fills a seeded store so far that reading a table from end to end would be a choice to consider: 200 more listings of 400 sessions, and thousands of rows in every other table
 * that grows. Ends with what autovacuum does in life.
 */
export async function fillForPlans(sql: Sql, now: Date): Promise<void> {
  await keepQuoteWeeks(sql, now)
  const listings = await addMadeListings(sql, 200)
  await fillBars(sql, listings, { sessions: 400 })
  // As in life the order of the rows is that of their times.
  const at = (column: string, minutes: number, n = 'n') =>
    `$1::timestamptz - ${n} * ${minutes} * interval '1 minute' AS ${column}`
  const made = [
    `INSERT INTO bar_revision (listing_id, session, revised_at, open, high, low, close, volume, feed, feed_symbol, fetched_at, as_of)
      SELECT listing_id, session, as_of + interval '1 day', open, high, low, close, volume, feed, feed_symbol, fetched_at, as_of FROM bar
      WHERE (hashtext(session::text || listing_id) & 15) = 0`,
    `INSERT INTO quote (listing_id, at, price, feed, feed_symbol, fetched_at)
      SELECT l.id, $1::timestamptz - n * interval '1 minute', 100, 'yahoo', l.symbol, $1 FROM listing l, generate_series(1, 200) n WHERE l.id % 2 = 0`,
    `INSERT INTO corporate_action (listing_id, ex_date, kind, cash, currency, feed, fetched_at)
      SELECT l.id, date '2020-01-01' + n * 60, 'dividend', 1, 'USD', 'yahoo', $1 FROM listing l, generate_series(1, 30) n ON CONFLICT DO NOTHING`,
    `INSERT INTO missing_session (listing_id, session, state, asked_feeds, null_feeds, seen_at)
      SELECT l.id, date '2023-01-01' + n, CASE WHEN n = 1 THEN 'open' ELSE 'permanent' END::"MissingState", '{}', '{}', $1 FROM listing l, generate_series(1, 30) n`,
    `INSERT INTO live_change (at, topic, key, transaction) SELECT ${at('at', 0.1)}, 'bars', 'NVDA', n FROM generate_series(1, 5000) n`,
    `INSERT INTO refresh_run (id, job, slot_id, trigger, outcome, started_at, finished_at)
      SELECT 'run ' || n, (ARRAY['bars', 'fx', 'revenue'])[n % 3 + 1], (ARRAY['bars-XNAS', 'fx', 'revenue'])[n % 3 + 1] || '@' || n, 'schedule', 'succeeded', t, t
      FROM (SELECT n, $1::timestamptz - n * interval '1 hour' AS t FROM generate_series(1, 8000) n) r`,
    `INSERT INTO refresh_attempt (run_id, job, feed, subject, listing_id, outcome, started_at, duration_ms)
      SELECT 'run ' || (n * 30 + l.id % 30 + 1), 'bars', (ARRAY['yahoo', 'tencent'])[n % 2 + 1], l.symbol, l.id, CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'succeeded' END::"RunOutcome",
        ${at('started_at', 7, '(n * 1000 + l.id)')}, 900 FROM generate_series(1, 80) n, listing l`,
    `INSERT INTO refresh_request (id, kind, state, requested_by, requested_at) SELECT 'request ' || n, 'refresh', 'done', 'test', ${at('requested_at', 60)} FROM generate_series(1, 5000) n`,
    `INSERT INTO signal (rule_id, cause, listing_id, known_at, found_at, numbers)
      SELECT r.id, l.symbol || ' ' || n, l.id, ${at('known_at', 1440)}, $1::timestamptz - n * interval '1 day', '{}' FROM generate_series(1, 6) n, rule r, listing l`,
    `INSERT INTO account_user (id, name, email) SELECT 'user ' || n, 'User', 'user' || n || '@example.com' FROM generate_series(1, 3000) n`,
    `INSERT INTO credential (id, account_id, provider_id, user_id) SELECT id, id, 'credential', id FROM account_user WHERE id LIKE 'user %'`,
    `INSERT INTO sign_in (id, token, expires_at, user_id) SELECT 's' || n, 'token ' || n, $1::timestamptz + n * interval '1 hour', 'user ' || (n % 3000 + 1) FROM generate_series(1, 5000) n`,
    `INSERT INTO challenge (id, identifier, value, expires_at) SELECT 'c' || n, 'i' || n, '', $1::timestamptz + n * interval '1 hour' FROM generate_series(1, 5000) n`,
    `INSERT INTO api_key (id, name, start, key_hash, scope, user_id, created_at) SELECT 'k' || n, 'key', 'tm', 'hash ' || n, 'read', 'user ' || (n % 3000 + 1), $1 FROM generate_series(1, 5000) n`,
    `INSERT INTO passkey (id, public_key, user_id, credential_id, counter, device_type, backed_up) SELECT id, '', id, id, 0, '', true FROM account_user WHERE id LIKE 'user %'`,
    `INSERT INTO account_link (id, kind, token_hash, role, created_by, created_at, expires_at) SELECT 'l' || n, 'invite', 'hash ' || n, 'viewer', 'test', $1, $1::timestamptz + n * interval '1 hour' FROM generate_series(1, 5000) n`,
    `INSERT INTO alert_rule (id, user_id, name, rules, listings, channel, target, options) SELECT 'alert ' || n, 'user ' || n, 'alert', '{}', '{NVDA}', 'webhook', 'https://example.com', '{"pendingMinutes": 0}' FROM generate_series(1, 20) n`,
    `INSERT INTO delivery (alert_id, signal_id, key, state, created_at, next_at, finished_at)
      SELECT 'alert ' || (s.id % 20 + 1), s.id, 'key ' || s.id, 'delivered', s.found_at, s.found_at, s.found_at FROM signal s`,
    `INSERT INTO audit_entry (at, actor, action, entity, key) SELECT ${at('at', 60)}, 'actor ' || (n % 7), 'update', 'event', 'event ' || (n % 500) FROM generate_series(1, 10000) n`,
    `INSERT INTO quarantine (listing_id, entity, row_key, feed, reason, payload, state, held_at)
      SELECT l.id, 'bar', 'row ' || n, 'yahoo', 'reason', '{}', CASE WHEN n = 1 THEN 'held' ELSE 'released' END, ${at('held_at', 1440)} FROM listing l, generate_series(1, 30) n`,
    `INSERT INTO rate_bucket (key, tokens, tokens_at) SELECT 'key ' || n, 1, ${at('tokens_at', 0.2)} FROM generate_series(1, 5000) n`,
  ]
  for (const statement of made) await sql.unsafe(statement, statement.includes('$1') ? [now] : [])
  await sql`VACUUM bar`
  await sql`ANALYZE`
}
