import { type Query, queryValue } from '@/app/_ui/url'
import { asOfMoment } from '@/lib/api/parameters/asOf'

/** The moment a page looks from. */
export interface PageMoment {
  readonly at: Date
  /** As the URL says it, when the page is set to a moment in the past; what its requests carry on. */
  readonly asOf: string | null
  /** What is wrong with the moment that was asked for; the page then looks from now. */
  readonly problem: { readonly kind: 'wrong' | 'future'; readonly text: string } | null
}

/** Reads `?asOf=` of a page; `now` is the present. */
export function pageMoment(query: Query, now: Date): PageMoment {
  const asOf = queryValue(query, 'asOf')
  if (asOf === undefined) return { at: now, asOf: null, problem: null }
  const moment = asOfMoment(asOf)
  if (moment === null) return { at: now, asOf: null, problem: { kind: 'wrong', text: asOf } }
  if (moment > now) return { at: now, asOf: null, problem: { kind: 'future', text: asOf } }
  return { at: moment, asOf, problem: null }
}

/** `url` with the moment of the page, when it is not the present. */
export function urlAt(url: string, { asOf }: PageMoment): string {
  return asOf === null ? url : `${url}${url.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`
}
