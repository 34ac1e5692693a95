/** Raised when too many wait already. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/**
 * Runs at most `most` works at a time; up to `waiting` more wait for their turn, in order. One more is refused with `Busy`.
 */
export function createLimit(most: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) {
      if (queue.length >= waiting) throw new Busy('Too many pictures are being drawn')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // The place goes to the next one without being given back in between.
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
