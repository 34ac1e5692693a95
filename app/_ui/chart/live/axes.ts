import type { Frame } from '../frame'
import { priceText } from '../labels'
import { type ChartData, isIndex } from '../model'
import { priceTicks, type TimeTick, timeTicks } from '../ticks'

/** The labels of the axes in the language of the page. */
export interface AxisWords {
  readonly tick: (tick: TimeTick) => string
  readonly day: (session: string) => string
}

/** The part in sight, as the chart has it now: position 0 of the axis lies at `first` pixels, the next ones `step` apart. */
export interface View {
  readonly width: number
  readonly height: number
  readonly first: number
  readonly step: number
  readonly y: (value: number) => number | null
  readonly valueAt: (y: number) => number | null
  readonly shown: { readonly data: ChartData; readonly frame: Frame }
  /** Position on the axis that the crosshair is on. */
  readonly pointed: number | null
}

/** Elements that are used again from frame to frame. */
function pool(parent: HTMLElement, make: () => HTMLElement) {
  const elements: HTMLElement[] = []
  return (count: number, set: (element: HTMLElement, index: number) => void) => {
    while (elements.length < count) {
      const element = make()
      elements.push(element)
      parent.append(element)
    }
    elements.forEach((element, index) => {
      const unused = index >= count
      if (element.hidden !== unused) element.hidden = unused
      if (!unused) set(element, index)
    })
  }
}

function say(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

/** The axes of a running chart: the ticks of the picture, moved along with it. */
export function createAxes(plot: HTMLElement, words: AxisWords) {
  const layer = document.createElement('div')
  layer.className = 'live-axes'
  layer.setAttribute('aria-hidden', 'true')
  plot.prepend(layer)
  const element =
    (className: string, inner = '') =>
    () => {
      const made = document.createElement('span')
      made.className = className
      if (inner) made.append(document.createElement(inner))
      return made
    }
  const prices = pool(layer, element('price-tick', 'i'))
  const times = pool(layer, element('time-tick'))
  const dates = pool(layer, element('chart-date'))

  const placePrices = ({ height, shown, y, valueAt }: View) => {
    const { data, frame } = shown
    const [low, high] = [valueAt(height * (1 - frame.volume - 0.02)), valueAt(height * 0.05)]
    if (low === null || high === null) return
    const ticks = priceTicks(low, high, frame.scale, Math.max(Math.round(height / 60), 2))
    const based = isIndex(data)
    const all = based && low < 100 && high > 100 ? [...new Set([...ticks, 100])] : ticks
    prices(all.length, (tick, i) => {
      const value = all[i] ?? 0
      tick.dataset.base = String(based && value === 100)
      tick.style.translate = `0 ${(y(value) ?? 0).toFixed(1)}px`
      say(tick.firstElementChild, priceText(value))
    })
  }
  const placeTimes = ({ width, first, step, shown }: View) => {
    const [from, to] = [-first / step, (width - first) / step]
    const ticks = timeTicks(shown.frame.axis, from, to, width < 524 ? 4 : 13)
    times(ticks.length, (element, i) => {
      const tick = ticks[i]
      if (!tick) return
      element.dataset.kind = tick.kind
      element.style.translate = `${(first + step * tick.index).toFixed(1)}px`
      say(element, words.tick(tick))
    })
  }
  const placeDate = ({ width, first, step, shown, pointed }: View) => {
    const x = pointed === null ? -1 : first + step * pointed
    const session = pointed === null ? undefined : shown.frame.axis[pointed]
    dates(session !== undefined && x >= 0 && x <= width ? 1 : 0, (element) => {
      element.style.translate = `${Math.min(Math.max(x, 34), Math.max(width - 34, 34)).toFixed(1)}px`
      say(element, words.day(session ?? ''))
    })
  }
  return {
    place(view: View) {
      placePrices(view)
      placeTimes(view)
      placeDate(view)
    },
    remove: () => layer.remove(),
  }
}
