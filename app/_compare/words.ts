import type { compareData } from '@/app/_data/compare'
import type { WrongParameter } from '@/app/_data/compareQuery'
import { formats } from '@/app/_ui/format/useFormat'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { compareTexts } from '@/app/_ui/messages/compare'
import { mostCompared } from '@/lib/api/compare/view'
import type { Language } from '@/lib/api/language'

type Data = Awaited<ReturnType<typeof compareData>>

/** What is compared and at which base, in the words of a language. `base` completes "100 ="; null where nothing can be compared. */
export function comparedWords({ found }: Pick<Data, 'found'>, language: Language) {
  const texts = compareTexts[language]
  if (found === null) return null
  const { base, listings } = found
  const names = texts.names(listings.map(({ name, nameZh }) => inLanguage(language, name, nameZh)))
  const title = base.title === null ? null : inLanguage(language, base.title, base.titleZh)
  const words = title === null ? texts.closeOf(formats[language].day(base.date)) : texts.closeBefore(title)
  return { names, base: words, lead: texts.lead(names, words, listings.length === 1) }
}

function wrongWords({ name, value, kind, words = [] }: WrongParameter, language: Language): string {
  const texts = compareTexts[language]
  if (kind === 'unknown-listing') return texts.wrong(name, value, texts.unknownListing, texts.leftOut)
  if (kind === 'too-many') return texts.wrong(name, value, texts.tooMany(mostCompared), texts.leftOut)
  return texts.wrong(name, value, texts.expected(words.join(', ')), texts.defaultShown)
}

/** Every parameter that could not be used: what was expected of it, and what is shown instead. */
export function problemsOf({ wrong, baseProblem, base }: Data, language: Language): string[] {
  const texts = compareTexts[language]
  const refused = baseProblem === null ? [] : [texts.wrong('base', base, baseProblem[language], texts.firstCommon)]
  return [...wrong.map((one) => wrongWords(one, language)), ...refused]
}
