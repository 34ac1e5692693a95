'use client'

import { createContext, use } from 'react'
import type { Language } from '@/lib/api/language'

/** The language of the page for components that run in the browser; set once by the layout. */
export const LanguageContext = createContext<Language>('en')

/** The language of the page. In the browser, and where a client component is made on the server: what the layout has set. */
export function useLanguage(): Language {
  return use(LanguageContext)
}
