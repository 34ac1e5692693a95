import type { ProblemBody } from '@/lib/api/problem/problem'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** Why something that was sent did not happen: the server's problem, or that no answer came (`kind` is then `no-answer`, `status` 0). */
export interface SentProblem extends Omit<ProblemBody, 'type' | 'title'> {
  /** The end of the problem's type: `bad-parameter`, `conflict`, `not-signed-in`, ... */
  readonly kind: string
  /** After how many seconds it may be tried again, where the server says so. */
  readonly retryAfter?: number
}

/** What came of something that was sent: the data of the answer (null when it has none), or the problem. */
export type Sent<T> =
  | { readonly data: T; readonly problem: null }
  | { readonly data: null; readonly problem: SentProblem }

const failed = (problem: SentProblem): Sent<never> => ({ data: null, problem })

async function problemOf(response: Response): Promise<SentProblem> {
  const { status } = response
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const retry = Number.isFinite(seconds) ? { retryAfter: seconds } : {}
  // A proxy in between answers in its own words.
  if (!response.headers.get('content-type')?.includes('json'))
    return { kind: 'no-answer', status, detail: '', ...retry }
  const { type, title: _, ...rest } = (await response.json()) as ProblemBody
  return { ...rest, kind: type.split(':').at(-1) ?? type, ...retry }
}

/** Sends JSON to our API. Never throws: what goes wrong on the way is a problem too. */
export async function sendJson<T>(method: Method, path: string, body?: unknown): Promise<Sent<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) return failed(await problemOf(response))
    const text = await response.text()
    return { data: (text === '' ? null : JSON.parse(text)) as T, problem: null }
  } catch (error) {
    return failed({ kind: 'no-answer', status: 0, detail: error instanceof Error ? error.message : String(error) })
  }
}
