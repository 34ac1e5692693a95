/** The cookie that holds the reader's choice of colours; without it the system decides. */
export const themeCookie = 'tidemark-theme'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The cookie that holds which colour rising prices have. */
export const risingCookie = 'tidemark-rising'

/** `teal`: rising is teal and falling magenta. `red`: rising is red and falling green, as in China. Both pairs differ in lightness as well. */
export const risings = ['teal', 'red'] as const
export type Rising = (typeof risings)[number]

/** How a reader wants the pages to look. */
export interface Display {
  readonly theme: Theme
  readonly rising: Rising
}

/** The look the cookies name; the first of each list for anything else. */
export function displayOf(cookie: (name: string) => string | undefined): Display {
  return {
    theme: themes.find((theme) => theme === cookie(themeCookie)) ?? 'system',
    rising: risings.find((rising) => rising === cookie(risingCookie)) ?? 'teal',
  }
}
