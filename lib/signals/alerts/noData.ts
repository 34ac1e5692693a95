import { seriesAge } from '@/lib/market/age'
import { isMic } from '@/lib/market/exchange'
import { watchedForData } from '@/lib/store/alert/noData'
import type { Queryable } from '@/lib/store/connection/sql'
import type { CommandContext } from '@/lib/store/context'
import { enqueuePlain } from '@/lib/store/delivery/enqueue'

/** Sessions without figures from which there is no data; a single late one is no news. */
const sessionsUntilSilent = 2

/**
 * Makes a message, once for each spell, of every listing that has had no new figures for two sessions of its exchange, for the alerts that ask for it. Returns how many are new.
 */
export async function noData(sql: Queryable, ctx: CommandContext): Promise<number> {
  const watched = await watchedForData(sql)
  const silent = watched.filter(({ mic, lastSession }) => {
    if (!isMic(mic)) return false
    const { sessionsBehind } = seriesAge({ mic, lastSession, now: ctx.now, delayMinutes: 60 })
    return sessionsBehind !== null && sessionsBehind >= sessionsUntilSilent
  })
  const messages = silent.map(({ alertId, symbol, lastSession }) => ({
    ...{ alertId, kind: 'no-data' as const, subject: `${symbol} ${lastSession ?? 'never'}` },
  }))
  return enqueuePlain(sql, ctx, messages)
}
