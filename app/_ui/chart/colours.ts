'use client'

import { useSyncExternalStore } from 'react'
import { lineColours } from './model'

/** Colours a canvas needs, as `rgb(…)` of the theme in force. */
export type Colours = Readonly<Record<ColourName, string>>

const names = ['ink', 'soft', 'faint', 'line', 'line-strong', 'panel', 'up', 'down', ...lineColours] as const
export type ColourName = (typeof names)[number]

/** Reads the tokens as the browser resolves them now; a canvas does not know `light-dark()`. */
export function readColours(): Colours {
  const probe = document.createElement('span')
  probe.hidden = true
  document.body.append(probe)
  const read = (name: ColourName) => {
    probe.style.color = `var(--color-${name})`
    return getComputedStyle(probe).color
  }
  const colours = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<ColourName, string>
  probe.remove()
  return colours
}

function subscribe(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  system.addEventListener('change', changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-rising'] })
  return () => {
    system.removeEventListener('change', changed)
    observer.disconnect()
  }
}

/** A text that changes with the theme in force and with the colours of rising and falling; empty on the server. Charts take their colours again when it does. */
export function useThemeKey(): string {
  return useSyncExternalStore(
    subscribe,
    () => {
      const { theme, rising } = document.documentElement.dataset
      return `${theme}:${rising}:${matchMedia('(prefers-color-scheme: dark)').matches}`
    },
    () => '',
  )
}

/** The same colour with an opacity from 0 to 1; `colour` is `rgb(…)`. */
export function withAlpha(colour: string, alpha: number): string {
  const channels = colour.match(/[\d.]+/g)?.slice(0, 3) ?? ['128', '128', '128']
  return `rgba(${channels.join(', ')}, ${alpha})`
}
