import type { JudgedClaimView } from '@/lib/api/claims/view'
import { claimReview, jsonForHtml } from './claimReview'

/** The verdict for machines: JSON-LD, which a browser does not run. */
export function ClaimReview({ claim, publicUrl }: { claim: JudgedClaimView; publicUrl: string | null }) {
  const html = jsonForHtml(claimReview(claim, publicUrl))
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write quotes as entities, which a script element does not read; `<` is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />
}
