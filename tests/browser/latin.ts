import type { Page } from 'playwright-core'

/** What stays in Latin letters in a Chinese page: names that have no other form, and titles of what is quoted. */
export const properNames = [
  'How DeepSeek and Huawei Are Rewriting the AI Playbook',
  'TradingView Lightweight Charts',
  'BMP: Boehmer, Musumeci',
] as const

/**
 * Runs of four and more Latin words on a page: what a translation has left out. Looks at the text and at what is read out or shown on hover, inside `root`,
 * shut details included; passes over what is marked as English (`lang="en"`), commands in `pre`, and `allowed` names. Empty when nothing is left.
 */
export function latinRuns(
  page: Page,
  { root = 'main', allowed = properNames }: { root?: string; allowed?: readonly string[] } = {},
): Promise<string[]> {
  return page.evaluate(
    ({ within, names }) => {
      const run = /[A-Za-z][\w'’.&-]*(?:[\s,;:()“”]+[A-Za-z][\w'’.&-]*){3,}/g
      const passed = 'script, style, noscript, pre, code, [lang="en"]'
      const texts: string[] = []
      const place = document.querySelector(within)
      if (place === null) throw new Error(`the page has no ${within}`)
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!node.parentElement?.closest(passed)) texts.push(node.textContent ?? '')
      }
      for (const element of place.querySelectorAll('[title], [aria-label], [placeholder], [alt]')) {
        if (element.closest(passed)) continue
        for (const name of ['title', 'aria-label', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
      }
      const left = texts.flatMap(
        (text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text).match(run) ?? [],
      )
      return [...new Set(left)]
    },
    { within: root, names: [...allowed] },
  )
}
