import type { Migration } from '../migrate/apply'

/** What the migrations make, by name: everything else in the schema belongs to somebody else, and is neither copied nor dropped. */
export interface Ours {
  readonly tables: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
}

const named = (what: string) =>
  new RegExp(String.raw`\b(?:${what})\s+(?:IF NOT EXISTS\s+)?(?:"?public"?\.)?"?(\w+)"?`, 'gi')

/** Reads off the names of all tables, types and functions that any of the migrations has made; those dropped since are among them. Pure. */
export function madeBy(migrations: readonly Migration[]): Ours {
  const text = migrations.map(({ sql }) => sql.replace(/--.*$/gm, '')).join('\n')
  const names = (what: string) => new Set([...text.matchAll(named(what))].flatMap(([, name]) => name ?? []))
  return {
    tables: new Set([...names('CREATE TABLE|RENAME TO'), '_prisma_migrations']),
    types: names('CREATE TYPE|RENAME TO'),
    functions: names('CREATE FUNCTION|CREATE OR REPLACE FUNCTION'),
  }
}

/**
 * Tables whose rows mean something only in the database they were written in. The log of live changes counts its transactions, which another cluster counts anew; the
 * migrations are in the backup's head.
 */
export const leftOut: ReadonlySet<string> = new Set(['live_change', '_prisma_migrations'])
