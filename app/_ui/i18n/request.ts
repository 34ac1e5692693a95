import { cookies, headers } from 'next/headers'
import { type Language, languageCookie, languageHeader, languageNamed, languageOf } from '@/lib/api/language'
import { holdLanguage } from './current.server'

/**
 * The language of the request, as the web server found it; under plain Next, which has no such server in front, by cookie and Accept-Language.
 * Every page and layout awaits it first: the components below it then know the language by `useLanguage`.
 */
export async function readLanguage(): Promise<Language> {
  const [sent, jar] = await Promise.all([headers(), cookies()])
  const language =
    languageNamed(sent.get(languageHeader)) ??
    languageOf({ chosen: jar.get(languageCookie)?.value, accepted: sent.get('accept-language') })
  holdLanguage(language)
  return language
}
