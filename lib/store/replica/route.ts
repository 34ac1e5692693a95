import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '../connection/sql'
import { isStoreUnreachable } from '../connection/unreachable'
import type { PrismaClient } from '../generated/client'
import { currentReading, type Reading } from './reading'

/** Where reads go. */
export interface Route<Client> {
  readonly primary: Client
  /** The replica's client at this moment: another one after a break. */
  readonly replica: () => Client
  /** Told of a read that failed on the replica and is repeated on the primary. */
  readonly onFailure: (error: unknown) => void
}

type Call = (...args: unknown[]) => PromiseLike<unknown>

const [patienceMs, betweenMs] = [3_000, 100]

/** Reads from the primary, again and again while it cannot be reached for a moment: a pooler that is started anew is not to be noticed by who only reads. */
async function fromPrimary(read: () => PromiseLike<unknown>): Promise<unknown> {
  for (let end: number | null = null; ; await pause(betweenMs)) {
    try {
      return await read()
    } catch (error) {
      // Counted from here: what was lost may have taken long.
      end ??= performance.now() + patienceMs
      if (!isStoreUnreachable(error) || performance.now() > end) throw error
    }
  }
}

/** Reads where the reading is; what fails on the replica, whatever the reason, is read from the primary: a fault of its own shows there as well. */
async function readFor(
  reading: Reading,
  read: { readonly onReplica: () => PromiseLike<unknown>; readonly onPrimary: () => PromiseLike<unknown> },
  onFailure: (error: unknown) => void,
): Promise<unknown> {
  if (reading.onReplica) {
    try {
      return await read.onReplica()
    } catch (error) {
      reading.onReplica = false
      onFailure(error)
    }
  }
  return fromPrimary(read.onPrimary)
}

const outcomes: ReadonlySet<string | symbol> = new Set(['then', 'catch', 'finally'])

/** A statement that is carried out by `read` in place of the driver; `read` is given what puts another one into the same form, as `.values()` did with this one. */
function carriedOut(
  statement: PromiseLike<unknown>,
  read: (formed: (other: PromiseLike<unknown>) => PromiseLike<unknown>) => Promise<unknown>,
): PromiseLike<unknown> {
  const forms: [string | symbol, unknown[]][] = []
  const formed = (other: PromiseLike<unknown>) =>
    forms.reduce((of, [name, args]) => (Reflect.get(of, name) as Call).apply(of, args), other)
  let outcome: Promise<unknown> | undefined
  const proxy: PromiseLike<unknown> = new Proxy(statement, {
    get: (target, name) => {
      if (outcomes.has(name)) {
        outcome ??= read(formed)
        return (Reflect.get(outcome, name) as Call).bind(outcome)
      }
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const result: unknown = value.apply(target, args)
        if (result !== target) return result
        forms.push([name, args])
        return proxy
      }
    },
  })
  return proxy
}

function isTemplate(value: unknown): boolean {
  return Array.isArray(value) && 'raw' in value
}

/** `primary`, except that statements which a reading builds go where it reads. Transactions, and whatever else hangs on the client, are the primary's. */
export function routedSql({ primary, replica, onFailure }: Route<Sql>): Sql {
  return new Proxy(primary, {
    apply: (target, self, args: unknown[]) => {
      const onPrimary = () => Reflect.apply(target as unknown as Call, self, args)
      const reading = currentReading()
      // Names and lists of values are no statements.
      if (reading === undefined || !isTemplate(args[0])) return onPrimary()
      const onReplica = () => Reflect.apply(replica() as unknown as Call, undefined, args)
      // The first one is never sent: it is what a statement within another is known by, and what its form is asked of.
      return carriedOut(onPrimary(), (formed) =>
        readFor(reading, { onReplica: () => formed(onReplica()), onPrimary: () => formed(onPrimary()) }, onFailure),
      )
    },
  })
}

const reads: ReadonlySet<string | symbol> = new Set([
  'findMany',
  'findFirst',
  'findFirstOrThrow',
  'findUnique',
  'findUniqueOrThrow',
  'count',
  'aggregate',
  'groupBy',
])

/** `primary`, except that what a reading finds in a model is found where it reads. Transactions get clients of their own, which know nothing of this. */
export function routedPrisma({ primary, replica, onFailure }: Route<PrismaClient>): PrismaClient {
  const model = (name: string, of: object, reading: Reading) =>
    new Proxy(of, {
      get: (target, method) => {
        const found: unknown = Reflect.get(target, method, target)
        if (!reads.has(method)) return found
        return (...args: unknown[]) => {
          const there = Reflect.get(replica(), name) as Record<string | symbol, Call>
          return readFor(
            reading,
            {
              onReplica: async () => there[method]?.(...args),
              onPrimary: () => (found as Call).apply(target, args),
            },
            onFailure,
          )
        }
      },
    })
  return new Proxy(primary, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      const reading = currentReading()
      const isModel = typeof value === 'object' && value !== null && typeof name === 'string' && !/^[_$]/.test(name)
      return isModel && reading !== undefined ? model(name, value, reading) : value
    },
  })
}
