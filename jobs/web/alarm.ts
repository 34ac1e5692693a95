import { type RefreshAlarm, refreshAlarms } from '@/lib/api/alarms/view'
import { log } from '@/lib/operation/log'
import type { Store } from '@/lib/store/connection/store'

const lookEveryMs = 60_000

const nameOf = ({ mic, session }: RefreshAlarm) => `${mic} ${session}`

/**
 * Looks once and logs each exchange and session of which no refresh has brought anything, once, at level error; and once what is over. `known` are the names of the
 * alarms of the look before; those of this one are returned.
 */
export async function tellAlarms(
  store: Pick<Store, 'sql'>,
  now: Date,
  known: ReadonlySet<string>,
): Promise<Set<string>> {
  const alarms = await refreshAlarms(store, now)
  for (const alarm of alarms.filter((one) => !known.has(nameOf(one)))) {
    const { mic, session, dueAt, lastSuccessAt } = alarm
    log().error(
      { mic, session, dueAt, lastSuccessAt },
      `no refresh has brought prices of ${alarm.exchange} for a session`,
    )
  }
  const names = new Set(alarms.map(nameOf))
  const over = [...known].filter((name) => !names.has(name) && !alarms.some(({ mic }) => name.startsWith(`${mic} `)))
  for (const name of over) log().info({ alarm: name }, 'prices are refreshed again')
  return names
}

/** Looks once a minute, from now on, until the returned function is called. A look that fails in the store is logged. */
export function watchRefreshes(store: Pick<Store, 'sql'>): () => void {
  let known = new Set<string>()
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    try {
      known = await tellAlarms(store, new Date(), known)
    } catch (error) {
      log().warn({ err: error }, 'could not look whether prices are refreshed')
    } finally {
      looking = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), lookEveryMs)
  return () => clearInterval(timer)
}
