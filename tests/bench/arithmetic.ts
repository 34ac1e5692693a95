import { setImmediate as turn } from 'node:timers/promises'
import type { Bench } from './bench'
import { indicators } from './indicators'
import { type Measured, measure, type Rounds, shortRounds, usualRounds } from './measure'
import type { Figure, Section } from './section'
import { studies } from './studies'

const benches: readonly Bench[] = [studies, indicators]

/** A measured case of arithmetic as a figure of the report. Pure. */
export function arithmeticFigure({ name, size, limit, floor, ours, peers }: Measured, { rounds }: Rounds): Figure {
  return {
    ...{ name, size, unit: 'ms', ours: ours.medianMs, floor: floor.medianMs, rounds },
    limit: limit === null ? null : { of: 'ratio', most: limit },
    spread: [ours.minRatio, ours.maxRatio],
    peers: peers.map((peer) => ({ name: peer.name, value: peer.medianMs })),
  }
}

/** Studies and indicators on typed arrays, beside plain loops and two libraries. */
export const arithmetic: Section = {
  name: 'study',
  measure: async (mode, say) => {
    const rounds = mode === 'full' ? usualRounds : shortRounds
    const figures: Figure[] = []
    for (const { cases } of benches) {
      for (const each of cases) {
        say(each.name)
        // Or what was said waits until all is measured.
        await turn()
        figures.push(arithmeticFigure(measure(each, rounds), rounds))
      }
    }
    return figures
  },
}
