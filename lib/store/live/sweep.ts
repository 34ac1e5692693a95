import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** How long lines of the log are kept, in hours. Whoever was away for longer reads everything again. */
export const liveKeptHours = 24
/** How long quotes are kept, in days; bars hold what lasts. */
export const quotesKeptDays = 7

/** Deletes what is older from the log of live changes and from the quotes; says how many rows of each. Needs the scope `ingest`. */
export async function sweepLive(sql: Queryable, ctx: CommandContext): Promise<{ lines: number; quotes: number }> {
  requireScope(ctx, 'ingest')
  const lines =
    await sql`DELETE FROM live_change WHERE at < ${ctx.now}::timestamptz - make_interval(hours => ${liveKeptHours})`
  const quotes =
    await sql`DELETE FROM quote WHERE at < ${ctx.now}::timestamptz - make_interval(days => ${quotesKeptDays})`
  return { lines: lines.count, quotes: quotes.count }
}
