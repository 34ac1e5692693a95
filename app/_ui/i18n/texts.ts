import { useLanguage } from '#language'
import type { Language } from '@/lib/api/language'

/** The shape of a set of texts, whatever its words are: another language has to fill the same one. */
export type Shape<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Shape<T[Key]> }

/** A set of texts in every language of the pages. */
export type Texts<T> = Readonly<Record<Language, T>>

/** Joins a set of texts with its translation; a text that is missing or takes other values does not compile. */
export function texts<const T>(en: T, zh: Shape<T>): Texts<Shape<T>> {
  return { en: en as Shape<T>, zh }
}

/** The texts in the language of the page, in components of the server and of the browser alike. */
export function useTexts<T>(all: Texts<T>): T {
  return all[useLanguage()]
}

/** What is stored in two languages, in the one asked for; English where the Chinese is empty. */
export function inLanguage(language: Language, en: string, zh: string | null | undefined): string {
  return language === 'zh' && zh ? zh : en
}

/** `inLanguage` for the language of the page. */
export function useStored(): (en: string, zh: string | null | undefined) => string {
  const language = useLanguage()
  return (en, zh) => inLanguage(language, en, zh)
}
