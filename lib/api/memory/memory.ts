import type { Store } from '@/lib/store/connection/store'
import { type Shelf, shelf } from './shelf'

const mebibyte = 1_048_576
/** What a process remembers of one store at most. */
const usualBytes = 64 * mebibyte

/** What is kept beside a value. */
const overhead = 100

/**
 * What a process remembers of one store, up to a number of bytes: what was used longest ago is forgotten first. It knows nothing of what is right: whoever puts something in names it
 * (or keeps beside it) what it was made of, and finds out whether that still holds.
 */
export class Memory {
  private readonly kept: Shelf<unknown>

  constructor(most: number = usualBytes) {
    this.kept = shelf(most, 1 / 8)
  }

  /** Bytes in use, as they were declared. */
  get bytes(): number {
    return this.kept.bytes
  }

  get size(): number {
    return this.kept.size
  }

  /** What was put under `key`; undefined when there is nothing, or no more. The caller knows what it put there. */
  get<T>(key: string): T | undefined {
    return this.kept.get(key) as T | undefined
  }

  /** Remembers `value`, which takes `bytes`; what is larger than an eighth of all is not remembered. */
  set(key: string, value: unknown, bytes: number): void {
    this.kept.set(key, value, bytes + overhead)
  }

  /** Changes how much is remembered; 0 for nothing at all. */
  resize(bytes: number): void {
    this.kept.resize(bytes)
  }
}

// Next bundles its own copy of this module beside the server's: pages and API share what they remember through the global symbol.
const key = Symbol.for('tidemark.memory')
const holder = globalThis as unknown as { [key]?: WeakMap<object, Memory> }

/** What this process remembers of a store; of another store it remembers other things. */
export function memoryOf(store: Pick<Store, 'sql'>): Memory {
  holder[key] ??= new WeakMap()
  const known = holder[key].get(store)
  if (known) return known
  const memory = new Memory()
  holder[key].set(store, memory)
  return memory
}
