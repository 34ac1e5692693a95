import type { SearchEntry } from '@/lib/api/search/schema'
import type { Format } from '../format/useFormat'
import { commonTexts } from '../messages/common'
import { pages } from '../shell/pages'
import { hrefWith, listingHref } from '../url'

/** What the search finds: something stored, or a page; the `slug` of a page is its path. */
export type Find = SearchEntry | (Omit<SearchEntry, 'kind'> & { readonly kind: 'page' })

/** The pages of the header, to be found by their names. */
export const pageFinds: readonly Find[] = pages.map(({ href, name }) => ({
  kind: 'page',
  slug: href,
  title: commonTexts.en.nav[name],
  titleZh: commonTexts.zh.nav[name],
  date: null,
  also: [],
}))

function pathOf({ kind, slug }: Find): string {
  if (kind === 'page') return slug
  if (kind === 'listing') return listingHref(slug)
  return `/${kind}s/${encodeURIComponent(slug)}`
}

/** Where a find leads, at the moment the page is set to. A milestone is a place on the roadmap, a rule a choice of signals. */
export function findHref(find: Find, asOf: string | null): string {
  if (find.kind === 'milestone') return `${hrefWith('/roadmap', {}, { asOf })}#${encodeURIComponent(find.slug)}`
  if (find.kind === 'rule') return hrefWith('/signals', {}, { rule: find.slug, asOf })
  return hrefWith(pathOf(find), {}, { asOf })
}

/** What stands beside the title of a find: the symbol of a listing, else its date. */
export function findNote({ kind, slug, date }: Find, { day, window }: Pick<Format, 'day' | 'window'>): string {
  if (kind === 'page' || kind === 'rule') return ''
  if (kind === 'listing') return slug
  return kind === 'milestone' ? window(date) : day(date)
}
