import type { Sql } from '../connection/sql'
import type { PrismaClient } from '../generated/client'
import { currentReading } from './reading'

/** Where reads go. */
export interface Route<Client> {
  readonly primary: Client
  /** The replica's client at this moment: another one after a break. */
  readonly replica: () => Client
  /** Told of a read that failed on the replica and is repeated on the primary. */
  readonly onFailure: (error: unknown) => void
}

type Call = (...args: unknown[]) => PromiseLike<unknown>

const outcomes: ReadonlySet<string | symbol> = new Set(['then', 'catch', 'finally'])

/** A statement of the replica that is repeated on the primary when it fails, whatever the reason: it only reads, and a fault of its own shows there as well. */
function repeatable(
  query: PromiseLike<unknown>,
  again: () => PromiseLike<unknown>,
  failed: (error: unknown) => void,
): PromiseLike<unknown> {
  const forms: [string | symbol, unknown[]][] = []
  let outcome: Promise<unknown> | undefined
  const settled = () => {
    outcome ??= Promise.resolve(
      query.then(undefined, (error: unknown) => {
        failed(error)
        return forms.reduce((of, [name, args]) => (Reflect.get(of, name) as Call).apply(of, args), again())
      }),
    )
    return outcome
  }
  const proxy: PromiseLike<unknown> = new Proxy(query, {
    get: (target, name) => {
      if (outcomes.has(name)) return (Reflect.get(settled(), name) as Call).bind(settled())
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const result: unknown = value.apply(target, args)
        if (result !== target) return result
        // Such as `.values()`: the form that its rows are to have.
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

/** `primary`, except that statements which a reading builds go to the replica while it lasts. Transactions, and whatever else hangs on the client, are the primary's. */
export function routedSql({ primary, replica, onFailure }: Route<Sql>): Sql {
  return new Proxy(primary, {
    apply: (target, self, args: unknown[]) => {
      const onPrimary = () => Reflect.apply(target as unknown as Call, self, args)
      const reading = currentReading.getStore()
      // Names and lists of values are no statements.
      if (!reading?.onReplica || !isTemplate(args[0])) return onPrimary()
      return repeatable(Reflect.apply(replica() as unknown as Call, undefined, args), onPrimary, (error) => {
        reading.onReplica = false
        onFailure(error)
      })
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

/** `primary`, except that what a reading finds in a model is found on the replica while it lasts. Transactions get clients of their own, which know nothing of this. */
export function routedPrisma({ primary, replica, onFailure }: Route<PrismaClient>): PrismaClient {
  const model = (name: string | symbol, of: object) =>
    new Proxy(of, {
      get: (target, method) => {
        const onPrimary: unknown = Reflect.get(target, method, target)
        if (!reads.has(method)) return onPrimary
        return async (...args: unknown[]) => {
          const reading = currentReading.getStore()
          if (reading?.onReplica) {
            try {
              const there = Reflect.get(replica(), name) as Record<string | symbol, Call>
              return await there[method]?.(...args)
            } catch (error) {
              reading.onReplica = false
              onFailure(error)
            }
          }
          return (onPrimary as Call).apply(target, args)
        }
      },
    })
  return new Proxy(primary, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      const isModel = typeof value === 'object' && value !== null && typeof name === 'string' && !/^[_$]/.test(name)
      return isModel && currentReading.getStore()?.onReplica ? model(name, value) : value
    },
  })
}
