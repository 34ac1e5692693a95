import { cache } from 'react'
import type { Language } from '@/lib/api/language'

const held = cache((): { language: Language | null } => ({ language: null }))

/** Keeps the language of the request that is being answered, for every component of it. */
export function holdLanguage(language: Language): void {
  held().language = language
}

/** The language of the page. On the server: what `readLanguage` has read for this request; throws when a page forgot to. */
export function useLanguage(): Language {
  const { language } = held()
  if (language === null) throw new Error('A page must await readLanguage() before its components are made')
  return language
}
