import { parseAccept } from 'hono/utils/accept'

/** The languages the pages are written in; the first is what a reader gets who asks for neither. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** The cookie that holds the reader's choice. */
export const languageCookie = 'tidemark-language'

/** The header in which the web server tells the pages the language of a request. */
export const languageHeader = 'x-tidemark-language'

/** The language a text names, by its first part: `zh`, `zh-CN` and `ZH-Hant` are Chinese; null for any other. */
export function languageNamed(text: string | null | undefined): Language | null {
  const first = text?.trim().toLowerCase().split(/[-_]/, 1)[0]
  return languages.find((language) => language === first) ?? null
}

/** The language of a request: what its URL asks for, else what its reader chose before, else the first one its browser accepts that we have. */
export function languageOf(request: {
  readonly asked?: string | null
  readonly chosen?: string | null
  readonly accepted?: string | null
}): Language {
  const accepted = parseAccept(request.accepted ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => languageNamed(type))
  return languageNamed(request.asked) ?? languageNamed(request.chosen) ?? accepted.find((one) => one !== null) ?? 'en'
}
