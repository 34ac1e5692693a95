import { parseArgs } from 'node:util'
import { type RefreshJob, refreshJobs } from '@/lib/ingest/result'
import { isTradingDate } from '@/lib/market/date'

/** What the command line asks for. */
export interface RefreshOptions {
  readonly jobs: readonly RefreshJob[]
  readonly listing: string | undefined
  readonly from: string | undefined
  readonly json: boolean
}

/** Raised for a command line that cannot be meant; the message names what is wrong and what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const usage =
  'Usage: npm run refresh -- [--job bars|quotes|revenue|fx|actions] [--listing SYMBOL] [--from YYYY-MM-DD] [--json]'

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        job: { type: 'string' },
        listing: { type: 'string' },
        from: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new UsageError(`${said}\n${usage}`, { cause })
  }
}

function jobsOf(job: string | undefined, listing: string | undefined): RefreshJob[] {
  if (job === undefined) return listing === undefined ? ['bars', 'revenue', 'fx'] : ['bars', 'revenue']
  const known = refreshJobs.find((name) => name === job)
  if (known === undefined) throw new UsageError(`--job ${job}: expected one of ${refreshJobs.join(', ')}\n${usage}`)
  return [known]
}

/** Reads the command line. `today` is the date in UTC. Without `--job` it is bars, revenue and rates, with `--listing` that listing's bars and revenue. Throws `UsageError`. */
export function refreshOptions(args: readonly string[], today: string): RefreshOptions {
  const { job, listing, from, json } = parsed(args)
  const jobs = jobsOf(job, listing)
  if (listing !== undefined && jobs.includes('fx')) {
    throw new UsageError('--listing does not go with --job fx: rates belong to no listing')
  }
  if (from !== undefined && !isTradingDate(from)) {
    throw new UsageError(`--from ${from}: expected a calendar date such as 2026-07-01`)
  }
  if (from !== undefined && from > today)
    throw new UsageError(`--from ${from}: expected a day that has come, today is ${today}`)
  if (from !== undefined && job === 'quotes') {
    throw new UsageError('--from does not go with --job quotes: a live price is of now')
  }
  if (from !== undefined && job === 'revenue') {
    throw new UsageError('--from does not go with --job revenue: it always reads every stored quarter again')
  }
  return { jobs, listing, from, json: json === true }
}
