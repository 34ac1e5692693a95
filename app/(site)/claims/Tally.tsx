import { useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import type { ClaimView } from '@/lib/api/claims/view'

type Group = 'holds' | 'depends' | 'fails' | 'unchecked'

const groupOf: Readonly<Record<ClaimView['verdict'], Group>> = {
  holds: 'holds',
  'holds-within-rounding': 'holds',
  'depends-on-the-dates': 'depends',
  'does-not-hold': 'fails',
  'contradicts-itself': 'fails',
  'not-checkable': 'unchecked',
}

const fills: Readonly<Record<Group, string>> = {
  holds: 'bg-good',
  depends: 'bg-warn',
  fails: 'bg-bad',
  unchecked: 'bg-line-strong',
}

/** How many claims hold, depend, fail and cannot be checked: a bar of their proportions, and the same in words. */
export function Tally({ items }: { items: readonly ClaimView[] }) {
  const { tally } = useTexts(claimsTexts)
  const groups = (['holds', 'depends', 'fails', 'unchecked'] as const)
    .map((group) => ({ group, count: items.filter(({ verdict }) => groupOf[verdict] === group).length }))
    .filter(({ count }) => count > 0)
  return (
    <div className="max-w-2xl" data-testid="tally">
      <div className="flex h-2 gap-0.5 overflow-hidden rounded-full" aria-hidden="true">
        {groups.map(({ group, count }) => (
          <span key={group} className={fills[group]} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul aria-label={tally.label} className="mt-1.5 flex flex-wrap gap-x-5 gap-y-0.5 text-soft">
        {groups.map(({ group, count }) => (
          <li key={group} className="flex items-baseline gap-1.5">
            <span className={`size-2 self-center rounded-[2px] ${fills[group]}`} aria-hidden="true" />
            <span className="font-semibold text-ink">{count}</span> {tally[group](count)}
          </li>
        ))}
      </ul>
    </div>
  )
}
