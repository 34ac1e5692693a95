/** Where the primary's log stood at a moment (milliseconds of a clock that never goes back). */
interface Sample {
  readonly at: number
  readonly position: bigint
}

const mostSamples = 64

/** How far a replica is behind, by the clock of this process alone. */
export interface LagClock {
  /** Keeps where the primary stood. */
  note(sample: Sample): void
  /** Milliseconds since the primary first stood beyond what is carried out on the replica; 0 when it is not known to. */
  lagMs(replayed: bigint, at: number): number
}

/**
 * Tells the age of the oldest thing that a replica lacks from samples of the primary's position. (The time of its last transaction says nothing on a quiet primary, and what it
 * has received nothing when it receives no more.)
 */
export function lagClock(): LagClock {
  let samples: Sample[] = []
  return {
    note: (sample) => {
      // Thinned where they are old: only the oldest one that is not carried out tells the age.
      if (samples.length >= mostSamples) samples = samples.filter((_, place) => place % 2 === 0)
      samples.push(sample)
    },
    lagMs: (replayed, at) => {
      samples = samples.filter(({ position }) => position > replayed)
      return samples[0] === undefined ? 0 : at - samples[0].at
    },
  }
}
