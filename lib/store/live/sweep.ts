import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { keepQuoteWeeks } from '../quote/weeks'

/** How long lines of the log are kept, in hours. Whoever was away for longer reads everything again. */
export const liveKeptHours = 24

/** Deletes what is older from the log of live changes and drops the weeks of quotes that are; says how many lines and weeks. Needs the scope `ingest`. */
export async function sweepLive(sql: Queryable, ctx: CommandContext): Promise<{ lines: number; quoteWeeks: number }> {
  requireScope(ctx, 'ingest')
  const lines =
    await sql`DELETE FROM live_change WHERE at < ${ctx.now}::timestamptz - make_interval(hours => ${liveKeptHours})`
  return { lines: lines.count, quoteWeeks: await keepQuoteWeeks(sql, ctx.now) }
}
