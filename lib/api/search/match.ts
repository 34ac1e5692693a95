/** What can be found by its words. `slug` is its name in a URL, `also` what else it goes by. */
export interface Searchable {
  readonly slug: string
  readonly title: string
  readonly titleZh: string
  readonly also: readonly string[]
}

/** Text as it is compared: width, case and accents do not count. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('\u2019', "'").toLowerCase()

/** The words of a query. Chinese next to Latin is two words, as it is mostly written without a space between them. */
export function wordsOf(query: string): string[] {
  return folded(query).match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? []
}

const startsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))

/** How far a word is from a text, 0 being the text itself; null where the text does not hold it. */
function distance(text: string, word: string): number | null {
  const at = text.indexOf(word)
  if (at < 0) return null
  if (text === word) return 0
  if (at === 0) return 1
  for (let next = at; next >= 0; next = text.indexOf(word, next + 1)) if (startsWord(text, next)) return 2
  return 3
}

/**
 * What holds every word of `query` in its title (of either language), its slug or a name it also goes by, nearest first: the whole text, its beginning,
 * the beginning of a word, any part of it. Equally near ones keep their order; a query without a word finds everything.
 */
export function matching<T extends Searchable>(all: readonly T[], query: string): T[] {
  const words = wordsOf(query)
  const found = all.flatMap((item, index) => {
    const texts = [item.title, item.titleZh, item.slug, ...item.also].map(folded)
    let far = 0
    for (const word of words) {
      const distances = texts.map((text) => distance(text, word)).filter((one) => one !== null)
      if (distances.length === 0) return []
      far += Math.min(...distances)
    }
    return [{ item, index, far }]
  })
  return found.sort((a, b) => a.far - b.far || a.index - b.index).map(({ item }) => item)
}
