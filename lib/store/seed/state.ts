import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'

/** Fingerprint of the bundle that the database was last seeded with; null when it never was. */
export async function seededWith({ prisma }: Store): Promise<string | null> {
  return (await prisma.seedState.findUnique({ where: { id: 1 } }))?.fingerprint ?? null
}

/** When the database was last seeded; null when it never was. */
export async function readSeededAt(sql: Queryable): Promise<Date | null> {
  const [state] = await sql<{ seededAt: Date }[]>`SELECT seeded_at AS "seededAt" FROM seed_state WHERE id = 1`
  return state?.seededAt ?? null
}

/** Writes down which bundle the database has been seeded with. Needs the scope `admin`. */
export async function rememberSeed({ prisma }: Store, ctx: CommandContext, fingerprint: string): Promise<void> {
  requireScope(ctx, 'admin')
  const state = { fingerprint, seededAt: ctx.now }
  await prisma.seedState.upsert({ where: { id: 1 }, create: { id: 1, ...state }, update: state })
}
