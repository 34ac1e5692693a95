import { commonTexts } from '@/app/_ui/messages/common'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import type { JudgedClaimView } from '@/lib/api/claims/view'

/** How far a verdict is from what was said, 1 (refuted) to 5 (confirmed). What cannot be checked has words and no number. */
const ratings: Readonly<Partial<Record<JudgedClaimView['verdict'], number>>> = {
  holds: 5,
  'holds-within-rounding': 5,
  'depends-on-the-dates': 3,
  'does-not-hold': 1,
  'contradicts-itself': 1,
}

/**
 * A judged claim as schema.org's ClaimReview (https://schema.org/ClaimReview): who reviewed what, where it was said, and the verdict in words. The address
 * is told only when `publicUrl` says what it is. Dates are `YYYY-MM-DD`; the review's is the day the claim was added here.
 */
export function claimReview(claim: JudgedClaimView, publicUrl: string | null) {
  const ratingValue = ratings[claim.verdict]
  const organisation = { '@type': 'Organization', name: commonTexts.en.product, ...(publicUrl && { url: publicUrl }) }
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...(publicUrl && { url: new URL(`/claims/${claim.slug}`, publicUrl).href }),
    datePublished: claim.addedAt.slice(0, 10),
    author: organisation,
    claimReviewed: claim.statement,
    reviewBody: claim.finding,
    itemReviewed: {
      '@type': 'Claim',
      name: claim.statement,
      datePublished: claim.statedOn,
      author: { '@type': 'Person', name: `Author of ${claim.sourceName}` },
      appearance: {
        '@type': 'Article',
        headline: claim.sourceName,
        datePublished: claim.statedOn,
        ...(claim.sourceUrl && { url: claim.sourceUrl }),
      },
    },
    reviewRating: {
      '@type': 'Rating',
      ...(ratingValue !== undefined && { ratingValue, bestRating: 5, worstRating: 1 }),
      alternateName: verdictTexts.en.claim[claim.verdict],
    },
  }
}

/** JSON as it can stand in an HTML element: with `<` escaped no text can close it. */
export function jsonForHtml(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
