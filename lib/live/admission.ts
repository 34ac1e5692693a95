/** How many may be let in at once: altogether, and of one address. */
export interface AdmissionCaps {
  readonly total: number
  readonly perAddress: number
}

/** Lets readers in as long as there is room. */
export interface Admission {
  readonly admitted: number
  /** Lets one of the address in and returns how to give its place back (once is enough), or which cap is in the way. */
  enter(address: string): (() => void) | 'total' | 'address'
}

/** Counts who is in. An address is forgotten with its last reader. */
export function admission({ total, perAddress }: AdmissionCaps): Admission {
  const inside = new Map<string, number>()
  let admitted = 0
  return {
    get admitted() {
      return admitted
    },
    enter: (address) => {
      const own = inside.get(address) ?? 0
      if (admitted >= total) return 'total'
      if (own >= perAddress) return 'address'
      inside.set(address, own + 1)
      admitted++
      let left = false
      return () => {
        if (left) return
        left = true
        admitted--
        const now = (inside.get(address) ?? 1) - 1
        if (now === 0) inside.delete(address)
        else inside.set(address, now)
      }
    },
  }
}
