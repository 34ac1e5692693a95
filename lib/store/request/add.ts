import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isTradingDate } from '@/lib/market/date'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import { runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { auditJson, parsedInput } from '../editable/value'
import { InputError } from '../errors'
import { requestById } from './list'
import { type RequestKind, requestJobs, requestKinds, type StoredRequest } from './request'

const text = (most: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${most}}$`), { error: 'is no name here' })

/** The fields of a request. Which of them a kind takes: `refresh` job and listing, `backfill` listing and from, `test-feed` feed, `look-up` symbol. */
export const requestFields = {
  kind: z.enum(requestKinds, { error: `expected one of ${requestKinds.join(', ')}` }),
  job: z.enum(requestJobs, { error: `expected one of ${requestJobs.join(', ')}` }).optional(),
  listing: text(20).optional(),
  feed: text(40).optional(),
  symbol: text(20).optional(),
  from: z.string().refine(isTradingDate, { error: 'expected a date such as 2020-01-02' }).optional(),
}

type Field = Exclude<keyof typeof requestFields, 'kind'>
const taken: Readonly<Record<RequestKind, Readonly<Partial<Record<Field, 'needed' | 'possible'>>>>> = {
  refresh: { job: 'possible', listing: 'possible' },
  backfill: { listing: 'needed', from: 'needed' },
  'test-feed': { feed: 'needed' },
  'look-up': { symbol: 'needed' },
}

/** What is asked for, whole. */
export const requestInput = z.strictObject(requestFields).check(({ value, issues }) => {
  const { kind, ...fields } = value
  const refuse = (field: string, message: string) =>
    issues.push({ code: 'custom', path: [field], message, input: value })
  for (const field of Object.keys(fields) as Field[]) {
    if (fields[field] !== undefined && taken[kind][field] === undefined) refuse(field, `does not go with ${kind}`)
  }
  for (const [field, how] of Object.entries(taken[kind])) {
    if (how === 'needed' && fields[field as Field] === undefined) refuse(field, `${kind} needs it`)
  }
  if (value.job === 'fx' && value.listing !== undefined) refuse('listing', 'rates belong to no listing')
})

export type RequestInput = z.output<typeof requestInput>

async function listingId(sql: Queryable, { listing: symbol, from }: RequestInput): Promise<number | null> {
  if (symbol === undefined) return null
  const [listing] = await sql<{ id: number; mic: string }[]>`SELECT id, mic FROM listing WHERE symbol = ${symbol}`
  if (listing === undefined) throw new InputError([{ name: 'listing', detail: `"${symbol}": not known here` }])
  const knownFrom = isMic(listing.mic) ? exchangeOf(listing.mic).knownFrom : ''
  if (from === undefined || from >= knownFrom) return listing.id
  throw new InputError([{ name: 'from', detail: `the calendar of ${listing.mic} begins on ${knownFrom}` }])
}

/**
 * Puts a request down for a worker, within the transaction of a command; the same one that still waits is given back instead (`added` false). Throws `InputError` for
 * an unknown listing, or a day before its exchange's calendar.
 */
export async function addRequest(
  sql: Queryable,
  ctx: CommandContext,
  input: RequestInput,
): Promise<{ request: StoredRequest; added: boolean }> {
  const { kind } = input
  const [job, feed, symbol, from] = [input.job ?? null, input.feed ?? null, input.symbol ?? null, input.from ?? null]
  const of = await listingId(sql, input)
  // One transaction at a time looks for a twin.
  await sql`SELECT pg_advisory_xact_lock(41208)`
  const [waiting] = await sql<{ id: string }[]>`
    SELECT id FROM refresh_request WHERE state = 'waiting' AND kind = ${kind} AND job IS NOT DISTINCT FROM ${job} AND listing_id IS NOT DISTINCT FROM ${of}
      AND feed IS NOT DISTINCT FROM ${feed} AND symbol IS NOT DISTINCT FROM ${symbol} AND from_session IS NOT DISTINCT FROM ${from}::date`
  const id = waiting?.id ?? randomUUID()
  if (waiting === undefined) {
    await sql`
      INSERT INTO refresh_request (id, kind, job, listing_id, feed, symbol, from_session, requested_by, requested_at)
      VALUES (${id}, ${kind}, ${job}, ${of}, ${feed}, ${symbol}, ${from}, ${ctx.actor}, ${ctx.now})`
  }
  const request = await requestById(sql, id)
  if (request === null) throw new Error(`the request ${id} was not added`)
  return { request, added: waiting === undefined }
}

/** Asks a worker for something. Throws `ScopeError` without the scope `admin`, `InputError` for what cannot be meant. */
export async function requestWork(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  input: unknown,
): Promise<StoredRequest> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    const wanted = parsedInput(requestInput, input)
    const { request, added } = await addRequest(sql, ctx, wanted)
    const note = {
      action: 'create',
      entity: 'request' as const,
      key: request.id,
      before: null,
      after: auditJson(wanted),
    }
    return { result: request, note: added ? note : null }
  })
}
