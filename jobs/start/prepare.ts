import { join } from 'node:path'
import type { Store } from '@/lib/store/connection/store'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { rememberSeed, seededWith } from '@/lib/store/seed/state'
import { hashFiles } from '../build/sources'
import type { Outcome } from './report'

function listed(counts: Readonly<Record<string, number>>): string {
  const added = Object.entries(counts).filter(([, count]) => count > 0)
  return added.length === 0 ? 'nothing to add' : `added ${added.map(([name, count]) => `${count} ${name}`).join(', ')}`
}

/** Brings the database to the newest schema; the names of the migrations that this took. */
export async function migrateDatabase({ sql }: Store): Promise<Outcome<readonly string[]>> {
  const applied = await applyMigrations(sql, join(process.cwd(), 'prisma', 'migrations'))
  return { value: applied, said: applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}` }
}

/**
 * Puts in what ships in the box and is missing; the rows added, by what they are. `now` becomes their fetch time. A database that was
 * seeded with this very bundle is left alone, and what somebody took out since stays out.
 */
export async function seedDatabase(store: Store, now: Date): Promise<Outcome<Readonly<Record<string, number>>>> {
  const fingerprint = hashFiles(process.cwd(), ['prisma/seed', 'jobs/seed.ts'])
  if ((await seededWith(store)) === fingerprint) return { value: {}, said: 'nothing to add' }
  const ctx = { actor: 'seed', scopes: ['admin', 'ingest'], now } as const
  // Loaded when needed: reading the bundle takes longer than finding that it is not needed.
  const { seedStore } = await import('../seed')
  const { evaluateRules } = await import('@/lib/signals/evaluate')
  const rows = await seedStore(store, ctx)
  // What the bundled history holds is told at once, also where no worker refreshes anything.
  const counts = { ...rows, signals: (await evaluateRules(store, ctx)).recorded.length }
  await rememberSeed(store, ctx, fingerprint)
  return { value: counts, said: listed(counts) }
}
