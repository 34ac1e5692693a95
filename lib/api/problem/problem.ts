import type { FieldDifference } from '@/lib/store/errors'

/** Every way an answer can fail: its HTTP status and title. The key ends the problem's `type`. */
const kinds = {
  'bad-parameter': { status: 400, title: 'A parameter is wrong' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'bad-key': { status: 401, title: 'The key is not valid' },
  'sign-in-failed': { status: 401, title: 'Signing in failed' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'sign-in-again': { status: 403, title: 'Sign in again first' },
  'foreign-origin': { status: 403, title: 'Another site asked for this' },
  'unknown-symbol': { status: 404, title: 'No such listing' },
  'unknown-topic': { status: 404, title: 'No such topic' },
  'unknown-event': { status: 404, title: 'No such event' },
  'unknown-claim': { status: 404, title: 'No such claim' },
  'unknown-thing': { status: 404, title: 'It is not there' },
  'unknown-path': { status: 404, title: 'Nothing is here' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'It was changed since you read it' },
  managed: { status: 409, title: 'A file owns it' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'too-many': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  busy: { status: 503, title: 'Too much is asked at once' },
  'store-unreachable': { status: 503, title: 'The database does not answer' },
  'not-ready': { status: 503, title: 'Not ready' },
} as const

export type ProblemKind = keyof typeof kinds

/** A parameter that was refused: its name, and what was expected of it. */
export interface RefusedParameter {
  readonly name: string
  readonly detail: string
}

export interface ProblemExtras {
  readonly parameters?: readonly RefusedParameter[]
  /** Names like the unknown one. */
  readonly near?: readonly string[]
  /** The version that is stored, where another one was sent. */
  readonly version?: number
  /** The fields in which what is stored and what was sent differ. */
  readonly difference?: readonly FieldDifference[]
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number
}

/** The body of an error, RFC 9457 (problem details). `parameter` is the first of `parameters`. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly parameter?: string
  readonly parameters?: readonly RefusedParameter[]
  readonly near?: readonly string[]
  readonly version?: number
  readonly difference?: readonly FieldDifference[]
  readonly retryAfter?: number
}

/** A failure that is told to the client as it stands; `detail` is one a person can act on. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: (typeof kinds)[ProblemKind]['status']
  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail)
    this.status = kinds[kind].status
  }

  /** What the client reads. */
  get body(): ProblemBody {
    const { kind, message, extras } = this
    const [first] = extras.parameters ?? []
    return {
      type: `urn:tidemark:problem:${kind}`,
      ...{ title: kinds[kind].title, status: this.status, detail: message },
      ...(first ? { parameter: first.name } : {}),
      ...extras,
    }
  }
}

/** The problem of one wrong parameter: `detail` says what was expected, without the parameter's name. */
export function wrongParameter(name: string, detail: string): Problem {
  return new Problem('bad-parameter', `${name}: ${detail}`, { parameters: [{ name, detail }] })
}
