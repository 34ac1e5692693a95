'use client'

import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import { type Theme, themeCookie, themes } from './cookie'
import { remember } from './remember'

const icons: Record<Theme, string> = {
  system: 'M8 2.5a5.5 5.5 0 1 0 0 11zm0 0a5.5 5.5 0 0 1 0 11',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
}

/** Goes through system, light and dark. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const common = useTexts(commonTexts)
  const change = () => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
    setTheme(next)
    document.documentElement.dataset.theme = next
    remember(themeCookie, next)
  }
  const label = common.theme.label(common.theme.names[theme])
  return (
    <button
      type="button"
      onClick={change}
      aria-label={label}
      title={label}
      className="grid size-8 cursor-pointer place-items-center rounded-md text-soft hover:bg-well hover:text-ink"
    >
      <svg
        viewBox="0 0 16 16"
        className="size-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        aria-hidden="true"
      >
        <path d={icons[theme]} strokeLinecap="round" strokeLinejoin="round" />
        {theme === 'system' && <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />}
      </svg>
    </button>
  )
}
