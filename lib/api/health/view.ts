import { log } from '@/lib/operation/log'
import type { Store } from '@/lib/store/connection/store'
import { migrationState } from '@/lib/store/migrate/pending'
import { Problem } from '../problem/problem'
import { calendarWarnings } from './calendars'
import type { ReadinessView } from './schema'
import { version } from './version'

const patienceMs = 3_000

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether requests can be answered: the database answers and has every migration of `folder`. Throws the problem `not-ready` that says why not. */
export async function readinessView(store: Store, folder: string, now: Date): Promise<ReadinessView> {
  const { applied, pending } = await withinPatience(migrationState(store.sql, folder)).catch((cause: unknown) => {
    log().error({ err: cause }, 'the database does not answer')
    throw new Problem('not-ready', 'The database does not answer')
  })
  if (pending.length > 0) {
    throw new Problem(
      'not-ready',
      `The database lacks ${pending.length} migrations (${pending[0]} first): run npm run migrate`,
    )
  }
  const { state, lagMs } = store.replica?.status ?? {}
  return {
    ...{ status: 'ready', version, migrations: applied.length },
    // Without it everything is read from the primary: a word, and no reason to send requests elsewhere.
    ...(state === undefined || lagMs === undefined ? {} : { replica: { state, lagSeconds: lagMs / 1000 } }),
    warnings: calendarWarnings(now),
  }
}
