import { formats } from '@/app/_ui/format/useFormat'
import { pictureTexts } from '@/app/_ui/messages/picture'
import type { Language } from '@/lib/api/language'
import { feedName, feedNameZh } from '@/lib/api/source/feedName'

/** The name of a feed in a language. */
export function sourceName(feed: string | undefined, language: Language): string | undefined {
  return feed && (language === 'zh' ? feedNameZh(feed) : feedName(feed))
}

/** The line at the foot of a picture: as-of, what it is not, and the source last, which may be long and be cut. `names` may repeat themselves. */
export function footText(names: readonly (string | null | undefined)[], asOf: string, language: Language): string {
  const texts = pictureTexts[language]
  const source = [...new Set(names.filter((name) => name))].join('; ')
  return [texts.asOf(formats[language].moment(asOf)), texts.advice, texts.source(source || '–')].join(' · ')
}
