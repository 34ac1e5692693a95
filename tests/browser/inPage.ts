import type { BrowserContext, Page } from 'playwright-core'

/** To be put into a context before its pages open: counts how far things shift, and lets functions that tsx has compiled run in the page. */
export async function prepare(context: BrowserContext): Promise<void> {
  await context.addInitScript(`
    globalThis.__name = (one) => one
    globalThis.shifted = 0
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue
        globalThis.shifted += entry.value
        for (const { node } of entry.sources) globalThis.shifts.push(entry.value.toFixed(3) + ' ' + (node?.outerHTML ?? node?.nodeName ?? 'gone').slice(0, 120))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  `)
}

/** Notes the time of the first frame after the one in which a chart had been drawn: by then it is on the screen. */
export const watchChart = `
  const look = () => {
    const chart = document.querySelector('main .chart svg, main svg[role=img], main canvas')
    if (chart && chart.getBoundingClientRect().width > 0) requestAnimationFrame(() => (globalThis.chartPaint = performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
`

/** The cumulative layout shift of a page so far, and what shifted. The whole of it is counted, not its worst five seconds. */
export async function layoutShift(page: Page): Promise<{ total: number; of: string[] }> {
  return page.evaluate(() => {
    const { shifted, shifts } = globalThis as unknown as { shifted: number; shifts: string[] }
    return { total: shifted, of: shifts }
  })
}

/** Texts that their box cuts off, with nothing on hover that holds the whole. Boxes that scroll cut nothing. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      if (!(element instanceof HTMLElement) || !element.checkVisibility() || !element.textContent?.trim()) return []
      if (element.closest('.sr-only')) return []
      const { overflowX, overflowY } = getComputedStyle(element)
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const cut =
        (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 3)
      return cut && !element.closest('[title]') ? [`cut: ${element.outerHTML.slice(0, 160)}`] : []
    }),
  )
}

/** Pairs of texts that lie on each other, and of things to press that do. */
export async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Placed {
      readonly box: DOMRect
      readonly element: Element
      readonly what: string
    }
    const visible = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    /** The part of a box that no frame around it hides, its own included; null when that is nothing. */
    const shownPart = (box: DOMRect, element: Element): DOMRect | null => {
      let { left, top, right, bottom } = box
      for (let frame: Element | null = element; frame && frame !== document.body; frame = frame.parentElement) {
        if (getComputedStyle(frame).overflow === 'visible') continue
        const edge = frame.getBoundingClientRect()
        left = Math.max(left, edge.left)
        top = Math.max(top, edge.top)
        right = Math.min(right, edge.right)
        bottom = Math.min(bottom, edge.bottom)
      }
      return right - left > 2 && bottom - top > 2 ? new DOMRect(left, top, right - left, bottom - top) : null
    }
    const sticks = (element: Element) => {
      for (let one: Element | null = element; one; one = one.parentElement) {
        if (getComputedStyle(one).position === 'sticky') return true
      }
      return false
    }
    /** The last value of a line lies over the axis on purpose, on a ground of its own. */
    const covers = (upper: Element, lower: Element) =>
      upper.matches('.end-label') && lower.closest('.price-tick') !== null
    const texts: Placed[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('script, style, .sr-only') || !visible(element))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        const box = shownPart(rect, element)
        if (box) texts.push({ box, element, what: node.textContent.trim().slice(0, 60) })
      }
    }
    const pressed = [...document.querySelectorAll('a[href], button, input, select, summary')].flatMap((element) => {
      if (!visible(element) || element.closest('.sr-only')) return []
      return [...element.getClientRects()].flatMap((rect) => {
        const box = shownPart(rect, element)
        return box ? [{ box, element, what: element.outerHTML.slice(0, 100) }] : []
      })
    })
    const pairs = (all: Placed[], share: number) => {
      const sorted = all.toSorted((a, b) => a.box.top - b.box.top)
      return sorted.flatMap((one, index) => {
        const found: string[] = []
        for (const other of sorted.slice(index + 1)) {
          if (other.box.top >= one.box.bottom) break
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue
          if (covers(one.element, other.element) || covers(other.element, one.element)) continue
          const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
          const height = Math.min(one.box.bottom, other.box.bottom) - other.box.top
          const least = share * Math.min(one.box.height, other.box.height)
          if (width <= 2 || height <= Math.max(least, 2) || sticks(one.element) !== sticks(other.element)) continue
          found.push(`overlap: ${one.what} | ${other.what}`)
        }
        return found
      })
    }
    // Lines of text stand closer than the boxes of their letters are high.
    return [...pairs(texts, 0.45), ...pairs(pressed, 0.2)]
  })
}

/** What of a page is wider than the screen; nothing when the page does not scroll sideways. */
export async function tooWide(page: Page): Promise<string[]> {
  const [width, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  return width !== undefined && screen !== undefined && width > screen ? [`wider than the screen: ${width}`] : []
}
