import { calendarWarning } from '@/lib/market/age'
import { exchangeOf, mics } from '@/lib/market/exchange'
import type { Store } from '@/lib/store/connection/store'
import { migrationState } from '@/lib/store/migrate/pending'
import { Problem } from '../problem/problem'
import type { ReadinessView } from './schema'
import { version } from './version'

const patienceMs = 3_000

function calendarWarnings(now: Date): ReadinessView['warnings'] {
  return mics.flatMap((mic) => {
    const warning = calendarWarning(mic, now)
    if (warning === null) return []
    const { name } = exchangeOf(mic)
    const { knownUntil, daysLeft } = warning
    const left = daysLeft < 0 ? `${-daysLeft} days ago` : `in ${daysLeft} days`
    const detail = `The calendar of ${name} ends on ${knownUntil}, ${left}; beyond it there is no verdict about gaps`
    return [{ mic, exchange: name, knownUntil, daysLeft, detail }]
  })
}

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
    console.error('The database does not answer:', cause)
    throw new Problem('not-ready', 'The database does not answer')
  })
  if (pending.length > 0) {
    throw new Problem(
      'not-ready',
      `The database lacks ${pending.length} migrations (${pending[0]} first): run npm run migrate`,
    )
  }
  return { status: 'ready', version, migrations: applied.length, warnings: calendarWarnings(now) }
}
