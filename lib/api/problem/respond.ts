import type { Context } from 'hono'
import type { Problem } from './problem'

/** The answer that tells a problem, as `application/problem+json`. */
export function respondProblem(c: Context, problem: Problem, headers: Record<string, string> = {}): Response {
  const { retryAfter } = problem.extras
  return c.body(JSON.stringify(problem.body), problem.status, {
    'Content-Type': 'application/problem+json',
    ...(problem.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    ...headers,
  })
}
