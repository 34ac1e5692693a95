import { type Identify, nobody } from './caller'

// Next bundles its own copy of this module beside the server's: the process shares one through the global symbol.
const key = Symbol.for('tidemark.identify')
const gateKey = Symbol.for('tidemark.gate')
const holder = globalThis as unknown as { [key]?: Identify; [gateKey]?: true }

/** Makes `identify` the way in which this process finds out who sends a request. */
export function setIdentify(identify: Identify): void {
  holder[key] = identify
}

/** How this process finds out who sends a request; everybody is nobody when no way was set. */
export function currentIdentify(): Identify {
  return holder[key] ?? (async () => nobody)
}

/** Says that in this process nobody reaches a page whom the settings keep out. */
export function declareGate(): void {
  holder[gateKey] = true
}

/** Whether somebody stands before the pages of this process. */
export function hasGate(): boolean {
  return holder[gateKey] === true
}
