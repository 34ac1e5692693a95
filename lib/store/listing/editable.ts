import type { BulkKind } from '../bulk/kind'
import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import type { Stored } from '../editable/kind'
import { assertAllFound, withoutTwins } from '../editable/links'
import { InputError } from '../errors'
import { type ListingFields, listingFields, listingInput } from './schema'

interface Row extends ListingFields {
  readonly id: number
  readonly version: number
  readonly managedBy: string | null
}

const form = /^[\x21-\x7e]{1,20}$/

async function readMany(sql: Queryable, ids: readonly number[]): Promise<Stored<ListingFields>[]> {
  const rows = await sql<Row[]>`
    SELECT l.id, l.version, l.managed_by AS "managedBy", l.symbol, l.mic, l.ticker, l.name, l.name_zh AS "nameZh", l.kind::text, l.currency,
      l.status::text, l.listed_on AS "listedOn", l.delisted_on AS "delistedOn", l.tracked_from AS "trackedFrom",
      (SELECT symbol FROM listing WHERE id = l.benchmark_id) AS benchmark,
      (SELECT symbol FROM listing WHERE id = l.second_benchmark_id) AS "secondBenchmark", l.position,
      ARRAY(SELECT t.slug FROM topic_listing x JOIN topic t ON t.id = x.topic_id WHERE x.listing_id = l.id ORDER BY t.slug COLLATE "C") AS topics,
      COALESCE((SELECT jsonb_object_agg(feed, symbol) FROM feed_symbol WHERE listing_id = l.id), '{}') AS "feedSymbols"
    FROM listing l WHERE l.id = ANY(${[...ids]}::int[]) ORDER BY l.position, l.symbol`
  return rows.map(({ id, version, managedBy, ...value }) => ({ id, version, managedBy, value }))
}

async function read(sql: Queryable, symbol: string): Promise<Stored<ListingFields> | null> {
  if (!form.test(symbol)) return null
  const [row] = await sql<{ id: number }[]>`SELECT id FROM listing WHERE symbol = ${symbol} FOR UPDATE`
  const [stored] = row ? await readMany(sql, [row.id]) : []
  return stored ?? null
}

async function idsOf(sql: Queryable, { benchmark, secondBenchmark }: ListingFields) {
  const wanted = [benchmark, secondBenchmark].filter((one) => one !== null)
  const found = await sql<
    { id: number; symbol: string }[]
  >`SELECT id, symbol FROM listing WHERE symbol = ANY(${wanted}::text[])`
  const symbols = found.map(({ symbol }) => symbol)
  const idOf = (symbol: string | null) => found.find((one) => one.symbol === symbol)?.id ?? null
  assertAllFound('benchmark', benchmark === null ? [] : [benchmark], symbols)
  assertAllFound('secondBenchmark', secondBenchmark === null ? [] : [secondBenchmark], symbols)
  return { benchmark_id: idOf(benchmark), second_benchmark_id: idOf(secondBenchmark) }
}

async function columns(sql: Queryable, value: ListingFields) {
  return {
    symbol: value.symbol,
    mic: value.mic,
    ticker: value.ticker,
    name: value.name,
    name_zh: value.nameZh,
    kind: value.kind,
    currency: value.currency,
    status: value.status,
    listed_on: value.listedOn,
    delisted_on: value.delistedOn,
    tracked_from: value.trackedFrom,
    ...(await idsOf(sql, value)),
    position: value.position,
  }
}

async function link(sql: Queryable, id: number, { topics, feedSymbols }: ListingFields): Promise<void> {
  await sql`DELETE FROM topic_listing WHERE listing_id = ${id}`
  const linked = await sql<{ slug: string }[]>`
    WITH linked AS (INSERT INTO topic_listing (topic_id, listing_id) SELECT id, ${id} FROM topic WHERE slug = ANY(${topics}::text[]) RETURNING topic_id)
    SELECT t.slug FROM linked JOIN topic t ON t.id = linked.topic_id`
  assertAllFound(
    'topics',
    topics,
    linked.map(({ slug }) => slug),
  )
  await sql`DELETE FROM feed_symbol WHERE listing_id = ${id}`
  const entries = Object.entries(feedSymbols)
  await sql`
    INSERT INTO feed_symbol (listing_id, feed, symbol)
    SELECT ${id}, * FROM unnest(${entries.map(([feed]) => feed)}::text[], ${entries.map(([, symbol]) => symbol)}::text[])`
}

async function insert(sql: Queryable, ctx: CommandContext, value: ListingFields, managedBy: string | null) {
  const row = { ...(await columns(sql, value)), managed_by: managedBy, created_at: ctx.now, updated_at: ctx.now }
  const [added] = await withoutTwins(() => sql<{ id: number }[]>`INSERT INTO listing ${sql(row)} RETURNING id`)
  if (added === undefined) throw new Error(`the listing "${value.symbol}" was not added`)
  await link(sql, added.id, value)
}

/** What the stored prices of a listing stand on is never changed under them. */
async function assertSameBasis(sql: Queryable, id: number, value: ListingFields): Promise<void> {
  const [stored] = await sql<{ mic: string; currency: string; kind: string }[]>`
    SELECT mic, currency, kind::text FROM listing WHERE id = ${id} AND EXISTS (SELECT 1 FROM bar WHERE listing_id = ${id})`
  const changed = (['mic', 'currency', 'kind'] as const).filter((field) => stored && stored[field] !== value[field])
  if (changed.length === 0) return
  throw new InputError(changed.map((name) => ({ name, detail: 'is never changed once prices are stored' })))
}

async function update(sql: Queryable, ctx: CommandContext, id: number, value: ListingFields, managedBy: string | null) {
  await assertSameBasis(sql, id, value)
  const row = { ...(await columns(sql, value)), managed_by: managedBy, updated_at: ctx.now }
  await sql`UPDATE listing SET ${sql(row)}, version = version + 1 WHERE id = ${id}`
  await link(sql, id, value)
}

/**
 * Listings, as the store alone keeps them. Whoever changes listings uses `listingKind` of lib/ingest, which also derives what follows from a symbol and has
 * older prices fetched.
 */
export const storedListingKind: Omit<BulkKind<ListingFields>, 'complete'> = {
  entity: 'listing',
  scope: 'admin',
  keyField: 'symbol',
  schema: listingInput,
  archived: (value) => ({ ...value, status: 'delisted' }),
  read,
  insert,
  update,
  table: { name: 'listing', key: 'symbol', externalId: null, status: 'status' },
  fields: listingFields,
  optional: Object.keys(listingFields).filter((field) => field !== 'symbol'),
  readMany,
}
