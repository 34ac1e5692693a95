import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { log } from '@/lib/operation/log'
import { isStoreUnreachable } from '@/lib/store/connection/unreachable'
import { problemOfCommand } from './ofCommand'
import { Problem } from './problem'
import { respondProblem } from './respond'

/** Turns whatever a handler threw into a problem. What is our fault is logged whole and told without its inside. */
export function onError(error: Error, c: Context): Response {
  const problem = error instanceof Problem ? error : problemOfCommand(error, c.get('caller'))
  if (problem !== null) return respondProblem(c, problem)
  if (error instanceof HTTPException && error.status < 500) {
    return respondProblem(c, new Problem('bad-parameter', error.message))
  }
  // Postgres has no text with a zero byte. Parameters refuse it by their names; this is for what reaches the store all the same.
  if ('code' in error && error.code === '22021') {
    return respondProblem(c, new Problem('bad-parameter', 'The request holds a zero byte'))
  }
  log().error({ err: error, method: c.req.method, path: c.req.path }, 'a request failed')
  if (isStoreUnreachable(error)) {
    const detail = 'The database cannot be reached at the moment; try again shortly'
    return respondProblem(c, new Problem('store-unreachable', detail), { 'Retry-After': '5' })
  }
  return respondProblem(
    c,
    new Problem('internal', 'The request could not be answered; the cause is in the server’s log'),
  )
}
