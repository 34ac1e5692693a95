'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useLanguage } from '#language'
import { type Language, languages } from '@/lib/api/language'

const names: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' }
const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }

/** The same view in each language, each named in itself. Plain links: the server keeps the choice, and the page has to be made anew. */
export function LanguageLinks() {
  const [path, query, current] = [usePathname(), useSearchParams(), useLanguage()]
  return languages.map((language) => {
    const parameters = new URLSearchParams(query)
    parameters.set('lang', language)
    return (
      <a
        key={language}
        href={`${path}?${parameters.toString().replaceAll('%3A', ':')}`}
        lang={tags[language]}
        hrefLang={tags[language]}
        aria-current={language === current ? 'true' : undefined}
        className="menu-item"
      >
        {names[language]}
      </a>
    )
  })
}
