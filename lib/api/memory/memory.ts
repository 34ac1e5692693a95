import type { Store } from '@/lib/store/connection/store'

const mebibyte = 1_048_576
/** What a process remembers of one store at most. */
const usualBytes = 64 * mebibyte

interface Kept {
  readonly value: unknown
  readonly bytes: number
}

/**
 * What a process remembers of one store, up to a number of bytes: what was used longest ago is forgotten first. It knows nothing of what is right: whoever puts something in names it
 * (or keeps beside it) what it was made of, and finds out whether that still holds.
 */
export class Memory {
  private readonly kept = new Map<string, Kept>()
  private used = 0

  constructor(private most: number = usualBytes) {}

  /** Bytes in use, as they were declared. */
  get bytes(): number {
    return this.used
  }

  get size(): number {
    return this.kept.size
  }

  /** What was put under `key`; undefined when there is nothing, or no more. The caller knows what it put there. */
  get<T>(key: string): T | undefined {
    const found = this.kept.get(key)
    if (found === undefined) return undefined
    // A Map keeps the order in which keys were set: the last is the one used last.
    this.kept.delete(key)
    this.kept.set(key, found)
    return found.value as T
  }

  /** Remembers `value`, which takes `bytes`; what is larger than an eighth of all is not remembered. */
  set(key: string, value: unknown, bytes: number): void {
    this.drop(key)
    const whole = bytes + 2 * key.length + 100
    if (whole > this.most / 8) return
    this.kept.set(key, { value, bytes: whole })
    this.used += whole
    this.shrink()
  }

  /** Changes how much is remembered; 0 for nothing at all. */
  resize(bytes: number): void {
    this.most = bytes
    this.shrink()
  }

  private drop(key: string): void {
    const found = this.kept.get(key)
    if (found === undefined) return
    this.kept.delete(key)
    this.used -= found.bytes
  }

  private shrink(): void {
    for (const key of this.kept.keys()) {
      if (this.used <= this.most) return
      this.drop(key)
    }
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
