import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { type Cluster, clusterMarks } from '../clusters'
import { spread } from '../labels'
import { endsOf } from '../model'
import type { View } from './axes'

const labelHeight = 15
/** Room that a text on the axis needs, in pixels. */
const edge = 96

/** Moves what React has put on the axis along with a running chart, without a render: by its positions, which stand in `data-from` and `data-to`. */
export function createPlacer(plot: HTMLElement, onClusters: (clusters: readonly Cluster[]) => void) {
  let composition = ''

  const placeThings = ({ width, first, step }: View) => {
    for (const thing of plot.querySelectorAll<HTMLElement>('[data-from]')) {
      const { from, to } = thing.dataset
      const half = to === undefined ? 0 : step / 2
      const left = first + step * Number(from) - half
      const right = to === undefined ? left : first + step * Number(to) + half
      const seen = right >= 0 && left <= width
      const style = thing.style
      style.display = seen ? '' : 'none'
      if (!seen) continue
      thing.dataset.edge = String(left > width - edge)
      style.left = '0'
      style.translate = `${Math.max(left, 0).toFixed(1)}px`
      if (to !== undefined) style.width = `${(Math.min(right, width) - Math.max(left, 0)).toFixed(1)}px`
    }
  }

  const placePills = ({ width, first, step, shown }: View) => {
    const { frame, data } = shown
    const placed = (data.marks ?? []).flatMap(({ number, date }) => {
      const x = first + step * indexAtOrAfter(frame.axis, date)
      const known = date >= (frame.axis[0] ?? '~') && date <= (frame.axis.at(-1) ?? '')
      return known && x >= 0 && x <= width ? [{ number, x }] : []
    })
    const clusters = clusterMarks(
      placed.sort((a, b) => a.x - b.x || a.number - b.number),
      width,
    )
    const key = clusters.map(({ numbers }) => numbers.join()).join(';')
    if (key !== composition) {
      composition = key
      onClusters(clusters)
    }
    for (const { numbers, x } of clusters) {
      const sorted = [...numbers].sort((a, b) => a - b).join()
      const pill = plot.querySelector<HTMLElement>(`.pills > [data-numbers="${sorted}"]`)
      if (!pill) continue
      pill.style.left = '0'
      pill.style.translate = `${x.toFixed(1)}px`
    }
  }

  const placeEnds = ({ height, shown, y }: View) => {
    const labels = [...plot.querySelectorAll<HTMLElement>('.end-label')]
    const ends = endsOf(shown.data).map(({ last }) => y(last) ?? 0)
    // The labels stand in the order of their heights, which zooming does not change.
    const places = spread(
      ends.sort((a, b) => a - b),
      labelHeight,
      height,
    )
    labels.forEach((label, i) => {
      label.style.top = '0'
      label.style.translate = `0 ${(places[i] ?? 0).toFixed(1)}px`
    })
  }

  return {
    place(view: View) {
      placeThings(view)
      placePills(view)
      placeEnds(view)
    },
  }
}
