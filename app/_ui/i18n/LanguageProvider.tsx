'use client'

import type { ReactNode } from 'react'
import type { Language } from '@/lib/api/language'
import { LanguageContext } from './current.client'

/** Tells the components in the browser the language of the page. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}
