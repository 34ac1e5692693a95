import Link from 'next/link'
import { formatDay } from '@/app/_ui/format/date'
import { board } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { ClaimView } from '@/lib/api/claims/view'

/** The article's statements, each with its verdict; what was found opens on demand, and leads to the arithmetic. `asOf` is the page's moment, if not now. */
export function ClaimsPanel({ items, asOf }: { items: readonly ClaimView[]; asOf: string | null }) {
  return (
    <Panel title={board.claims.title} note={board.claims.note(items.length)}>
      {items.length === 0 && <p className="px-4 pb-4 text-soft">{board.claims.none}</p>}
      <ul className="gap-x-10 px-4 pb-2 lg:columns-2">
        {items.map((claim) => {
          return (
            <li key={claim.slug} className="break-inside-avoid border-line border-t">
              <details className="group py-1.5">
                <summary className="flex list-none items-baseline justify-between gap-3 [&::-webkit-details-marker]:hidden">
                  <span className="min-w-0">
                    <span
                      aria-hidden="true"
                      className="mr-1.5 inline-block text-faint transition-transform group-open:rotate-90"
                    >
                      ›
                    </span>
                    {claim.statement}
                  </span>
                  <VerdictBadge of="claim" verdict={claim.verdict} />
                </summary>
                <p className="mt-1 ml-3.5 max-w-prose text-soft text-small">
                  {claim.finding}{' '}
                  <span className="text-faint">
                    Stated {formatDay(claim.statedOn)}, {claim.sourceName}.
                  </span>{' '}
                  <Link className="link" href={hrefWith(`/claims/${claim.slug}`, {}, { asOf })} prefetch={false}>
                    {board.claims.open}
                  </Link>
                </p>
              </details>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
