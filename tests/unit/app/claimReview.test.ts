import { describe, expect, test } from 'vitest'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import { claimReview, jsonForHtml } from '@/app/(site)/claims/[slug]/claimReview'
import type { JudgedClaimView } from '@/lib/api/claims/view'
import { claimVerdicts } from '@/lib/studies/claims/result'

const claim: JudgedClaimView = {
  slug: 'a-claim',
  statement: 'It rose.',
  statementZh: '上涨。',
  kind: 'level',
  parameters: {},
  statedOn: '2025-09-19',
  sourceName: 'An article',
  sourceUrl: 'https://example.com/article',
  ...{ position: 1, status: 'published', version: 1, externalId: null, managedBy: null },
  verdict: 'does-not-hold',
  finding: 'It did not.',
  findingZh: '没有。',
  since: null,
  sinceZh: null,
  judgedAt: '2025-09-19T23:59:59.999Z',
  addedAt: '2026-11-24T02:00:00.000Z',
  ...{
    inputs: [],
    formula: null,
    formulaZh: null,
    computed: null,
    interval: null,
    stated: null,
    endDates: null,
    conversions: null,
  },
}

/** The fields that schema.org gives each type, of those used here: https://schema.org/ClaimReview and the types it leads to. */
const fields: Readonly<Record<string, readonly string[]>> = {
  ClaimReview: ['url', 'datePublished', 'author', 'claimReviewed', 'reviewBody', 'itemReviewed', 'reviewRating'],
  Claim: ['name', 'datePublished', 'author', 'appearance'],
  Article: ['headline', 'datePublished', 'url'],
  Organization: ['name', 'url'],
  Person: ['name'],
  Rating: ['ratingValue', 'bestRating', 'worstRating', 'alternateName'],
}

function strays(node: object): string[] {
  const type = '@type' in node ? String(node['@type']) : ''
  return Object.entries(node).flatMap(([key, value]) => {
    const inside = typeof value === 'object' && value !== null ? strays(value) : []
    return key.startsWith('@') || fields[type]?.includes(key) ? inside : [`${type}.${key}`, ...inside]
  })
}

describe('a claim as ClaimReview', () => {
  test('says who reviewed what, where it was said, and the verdict in words', () => {
    const review = claimReview(claim, 'https://tidemark.example/board/')
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://tidemark.example/claims/a-claim',
      datePublished: '2026-11-24',
      author: { '@type': 'Organization', name: 'Tidemark' },
      claimReviewed: 'It rose.',
      itemReviewed: {
        '@type': 'Claim',
        datePublished: '2025-09-19',
        appearance: { '@type': 'Article', headline: 'An article', url: 'https://example.com/article' },
      },
      reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'does not hold' },
    })
    expect(strays(review)).toEqual([])
  })

  test('has no address when none is known', () => {
    const { itemReviewed, ...review } = claimReview({ ...claim, sourceUrl: null }, null)
    expect('url' in review || 'url' in itemReviewed.appearance).toBe(false)
  })

  test.each(claimVerdicts)('%s has its words, and a number unless it cannot be checked', (verdict) => {
    const { reviewRating } = claimReview({ ...claim, verdict }, null)
    expect(reviewRating.alternateName).toBe(verdictTexts.en.claim[verdict])
    expect('ratingValue' in reviewRating).toBe(verdict !== 'not-checkable')
  })

  test('no text can close the element it stands in', () => {
    const hostile = { ...claim, statement: '</script><script>alert(1)</script><!--' }
    const html = jsonForHtml(claimReview(hostile, null))
    expect(html).not.toContain('<')
    expect(JSON.parse(html).claimReviewed).toBe(hostile.statement)
  })
})
