import type { Client } from 'pg'
import type { Contents, Table } from './header'

/** A name as SQL has it. Pure. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Every table of the current schema that is nobody's extension and no partition of another, by name, with the columns that are stored (not computed) in their order. */
export async function readTables(client: Client): Promise<readonly (Table & { readonly partitioned: boolean })[]> {
  const { rows } = await client.query<Table & { partitioned: boolean }>(`
    SELECT c.relname AS name, c.relkind = 'p' AS partitioned,
      (SELECT coalesce(json_agg(a.attname ORDER BY a.attnum), '[]') FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT coalesce(json_agg(json_build_object('name', p.relname, 'bound', pg_get_expr(p.relpartbound, p.oid)) ORDER BY p.relname), '[]')
        FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhrelid WHERE i.inhparent = c.oid) AS partitions
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY 1`)
  return rows
}

/** About how many rows tables have, by Postgres's own estimate; never analysed ones count as empty. */
export async function estimateRows(client: Client, tables: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `SELECT coalesce(sum(greatest(c.reltuples, 0)), 0)::float8 AS rows FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
     LEFT JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND coalesce(p.relname, c.relname) = ANY ($1)`,
    [tables],
  )
  return rows[0]?.rows ?? 0
}

/** Where the sequences of these tables stand. They move outside of transactions and only on, so what is read after the rows were begun is never behind them. */
export async function readSequences(client: Client, tables: readonly string[]): Promise<Contents['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT s.relname AS name FROM pg_class s JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
     JOIN pg_class t ON t.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass
     WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1) ORDER BY 1`,
    [tables],
  )
  const sequences: Contents['sequences'] = {}
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${quoted(name)}`,
    )
    const [row] = state.rows
    if (row) sequences[name] = row
  }
  return sequences
}

/** The migrations that have finished, in the order of their names; none when the schema has no list of them. */
export async function readApplied(client: Client): Promise<{ name: string; checksum: string }[]> {
  const there = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!there.rows[0]?.there) return []
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY 1`,
  )
  return rows
}
