import { isTradingDate } from '@/lib/market/date'
import { type QuarantineFilter, quarantineStates } from '@/lib/store/quarantine/list'
import { commandLine } from '../commandLine'
import { UsageError } from '../refresh/options'

/** What the command line asks for. */
export type QuarantineOptions =
  | { readonly verb: 'list'; readonly filter: QuarantineFilter; readonly json: boolean }
  | {
      readonly verb: 'release'
      readonly id: bigint
      readonly edits: Readonly<Record<string, string | undefined>>
      readonly json: boolean
    }
  | { readonly verb: 'reject'; readonly id: bigint; readonly reason?: string; readonly json: boolean }

const usage = `Usage: npm run quarantine -- list [--state held|released|rejected|superseded|all] [--listing SYMBOL] [--feed FEED] [--json]
       npm run quarantine -- release ID [--ratio 1.49] [--ex-date YYYY-MM-DD] [--open P] [--high P] [--low P] [--close P] [--volume N] [--value V] [--shares N] [--json]
       npm run quarantine -- reject ID [--reason TEXT] [--json]`

/** What may be corrected of a row that is released, beside a split's ratio and day. */
const figures = ['open', 'high', 'low', 'close', 'volume', 'value', 'shares'] as const

const largestId = 2n ** 63n - 1n

function idOf(text: string | undefined, verb: string): bigint {
  if (text === undefined) throw new UsageError(`${verb} what? Give the ID that the list shows\n${usage}`)
  if (!/^\d{1,19}$/.test(text) || BigInt(text) > largestId)
    throw new UsageError(`"${text}" is no ID, expected a whole number as the list shows it`)
  return BigInt(text)
}

function filterOf({
  state = 'held',
  listing,
  feed,
}: {
  state?: string
  listing?: string
  feed?: string
}): QuarantineFilter {
  const known = quarantineStates.find((name) => name === state)
  if (known === undefined && state !== 'all') {
    throw new UsageError(`--state ${state}: expected one of ${quarantineStates.join(', ')}, all`)
  }
  return {
    ...(known === undefined ? {} : { state: known }),
    ...(listing === undefined ? {} : { listing }),
    ...(feed === undefined ? {} : { feed }),
  }
}

/** Reads the command line of `npm run quarantine`. The list shows held rows unless said. Throws `UsageError`. */
export function quarantineOptions(args: readonly string[]): QuarantineOptions {
  const text = { type: 'string' } as const
  const options = {
    state: text,
    listing: text,
    feed: text,
    ratio: text,
    'ex-date': text,
    reason: text,
    ...Object.fromEntries(figures.map((name) => [name, text])),
    json: { type: 'boolean' },
  } as const
  const { values, positionals } = commandLine(args, options, usage)
  const { json = false, ratio, reason, 'ex-date': exDate, state, listing, feed, ...figuresSaid } = values
  const [verb, id, ...more] = positionals
  const allowed = { list: ['state', 'listing', 'feed'], release: ['ratio', 'ex-date', ...figures], reject: ['reason'] }
  if (verb !== 'list' && verb !== 'release' && verb !== 'reject') throw new UsageError(usage)
  const odd = Object.keys(values).find((name) => name !== 'json' && !allowed[verb].includes(name))
  if (odd !== undefined) throw new UsageError(`--${odd} does not go with ${verb}\n${usage}`)
  if (more.length > 0 || (verb === 'list' && id !== undefined)) throw new UsageError(usage)
  if (exDate !== undefined && !isTradingDate(exDate)) {
    throw new UsageError(`--ex-date ${exDate}: expected a calendar date such as 2026-05-08`)
  }
  if (verb === 'list') return { verb, filter: filterOf({ state, listing, feed }), json }
  if (verb === 'reject') return { verb, id: idOf(id, verb), ...(reason === undefined ? {} : { reason }), json }
  const known = { ...(ratio === undefined ? {} : { ratio }), ...(exDate === undefined ? {} : { exDate }) }
  return { verb, id: idOf(id, verb), edits: { ...figuresSaid, ...known }, json }
}
