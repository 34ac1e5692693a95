import { AsyncLocalStorage } from 'node:async_hooks'

/** What every line of the log says that is written while something is done: whose request, which run. */
export interface LogFields {
  readonly requestId?: string
  readonly slot?: string
  readonly runId?: string
}

// Next bundles its own copy of this module beside the server's: the process shares one storage through the global symbol.
const key = Symbol.for('tidemark.log.fields')
const holder = globalThis as unknown as { [key]?: AsyncLocalStorage<LogFields> }

function storage(): AsyncLocalStorage<LogFields> {
  holder[key] ??= new AsyncLocalStorage<LogFields>()
  return holder[key]
}

/** Does `work`; every line that is logged by it, or by what it sets off, carries `fields` besides those around it. */
export function withFields<T>(fields: LogFields, work: () => T): T {
  return storage().run({ ...storage().getStore(), ...fields }, work)
}

/** The fields of what is being done; none outside of `withFields`. */
export function currentFields(): LogFields {
  return storage().getStore() ?? {}
}
