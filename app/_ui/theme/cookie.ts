/** The cookie that holds the reader's choice of colours; without it the system decides. */
export const themeCookie = 'tidemark-theme'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The theme a cookie's text names; `system` for anything else. */
export function themeOf(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'system'
}
