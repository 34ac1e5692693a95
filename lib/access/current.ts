import { type Identify, nobody } from './caller'

// Next bundles its own copy of this module beside the server's: the process shares one through the global symbol.
const key = Symbol.for('tidemark.identify')
const holder = globalThis as unknown as { [key]?: Identify }

/** Makes `identify` the way in which this process finds out who sends a request. */
export function setIdentify(identify: Identify): void {
  holder[key] = identify
}

/** How this process finds out who sends a request; everybody is nobody when no way was set. */
export function currentIdentify(): Identify {
  return holder[key] ?? (async () => nobody)
}
