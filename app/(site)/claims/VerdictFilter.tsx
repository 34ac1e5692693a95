import type { verdictCounts } from '@/app/_data/claims'
import { useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import type { ClaimView } from '@/lib/api/claims/view'

/** Which verdict is shown, each with how many claims were given it. */
export function VerdictFilter(props: {
  query: Query
  counts: ReturnType<typeof verdictCounts>
  total: number
  active: ClaimView['verdict'] | null
}) {
  const { query, counts, total, active } = props
  const [{ filter }, verdicts] = [useTexts(claimsTexts), useTexts(verdictTexts).claim]
  const choice = (verdict: ClaimView['verdict'] | null, text: string, count: number) => ({
    href: hrefWith('/claims', query, { verdict }),
    text: `${text} ${count}`,
    active: active === verdict,
  })
  const without = active !== null && !counts.some(({ verdict }) => verdict === active)
  return (
    <Segmented
      label={filter.label}
      choices={[
        choice(null, filter.all, total),
        ...counts.map(({ verdict, count }) => choice(verdict, verdicts[verdict], count)),
        ...(without ? [choice(active, verdicts[active], 0)] : []),
      ]}
    />
  )
}
