'use client'

import { type ReactNode, useState } from 'react'
import { type Display, type Rising, risingCookie, risings, type Theme, themeCookie, themes } from '@/lib/api/display'
import { Icon } from '../frame/Icon'
import { Menu } from '../frame/Menu'
import type { shellTexts } from '../messages/shell'
import { LanguageLinks } from './LanguageLinks'
import { remember } from './remember'

interface DisplayMenuProps {
  readonly initial: Display
  readonly texts: (typeof shellTexts)['en']['display']
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label={title} className="border-line border-b py-1 last:border-0">
      <p aria-hidden="true" className="px-2.5 pt-0.5 pb-1 text-faint text-tiny">
        {title}
      </p>
      {children}
    </div>
  )
}

function Choice({ active, choose, children }: { active: boolean; choose: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={active} onClick={choose} className="menu-item">
      {children}
    </button>
  )
}

/** How the reader wants the pages to look: light or dark, which language, which colour rising prices have. Kept in cookies, so that nothing flashes. */
export function DisplayMenu({ initial, texts }: DisplayMenuProps) {
  const [display, setDisplay] = useState(initial)
  const chooseTheme = (theme: Theme) => {
    setDisplay({ ...display, theme })
    document.documentElement.dataset.theme = theme
    remember(themeCookie, theme)
  }
  const chooseRising = (rising: Rising) => {
    setDisplay({ ...display, rising })
    document.documentElement.dataset.rising = rising
    remember(risingCookie, rising)
  }
  return (
    <Menu label={texts.label} icon={<Icon name="display" />}>
      <Group title={texts.language}>
        <LanguageLinks />
      </Group>
      <div className="needs-script">
        <Group title={texts.theme}>
          {themes.map((theme) => (
            <Choice key={theme} active={theme === display.theme} choose={() => chooseTheme(theme)}>
              {texts.themes[theme]}
            </Choice>
          ))}
        </Group>
        <Group title={texts.rising}>
          {risings.map((rising) => (
            <Choice key={rising} active={rising === display.rising} choose={() => chooseRising(rising)}>
              <span className="flex justify-between gap-4">
                {texts.risings[rising]}
                <span data-rising={rising} className="font-medium" aria-hidden="true">
                  <span className="text-up">+1.2%</span> <span className="text-down">−1.2%</span>
                </span>
              </span>
            </Choice>
          ))}
        </Group>
        <button type="button" data-open="keys" className="menu-item mt-1 max-md:hidden">
          <span className="flex justify-between gap-4">
            {texts.keys} <kbd>?</kbd>
          </span>
        </button>
      </div>
    </Menu>
  )
}
