import Link from 'next/link'
import { claims as texts } from '@/app/_ui/messages/claims'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { Wide } from '@/app/_ui/Wide'
import type { ClaimView } from '@/lib/api/claims/view'

/** Every claim with its verdict and the beginning of what was found; on narrow screens both stand under the statement. */
export function ClaimTable({ items, asOf }: { items: readonly ClaimView[]; asOf: string | null }) {
  const { head } = texts
  return (
    <Wide label={texts.title} className="panel overflow-x-auto">
      <table className="figures" data-testid="claims">
        <thead>
          <tr>
            <th scope="col">{head.statement}</th>
            <th scope="col" className="text max-sm:hidden">
              {head.verdict}
            </th>
            <th scope="col" className="text max-md:hidden">
              {head.finding}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ slug, statement, verdict, finding }) => {
            return (
              <tr key={slug}>
                <td className="min-w-52 whitespace-normal! align-top md:w-[38%]">
                  <Link
                    href={hrefWith(`/claims/${slug}`, {}, { asOf })}
                    prefetch={false}
                    className="quiet-link font-medium"
                  >
                    {statement}
                  </Link>
                  <span className="mt-1 block sm:hidden">
                    <VerdictBadge of="claim" verdict={verdict} />
                  </span>
                  <span className="mt-1 line-clamp-2 text-faint text-small md:hidden">{finding}</span>
                </td>
                <td className="text align-top max-sm:hidden">
                  <VerdictBadge of="claim" verdict={verdict} />
                </td>
                <td className="text whitespace-normal! align-top text-soft max-md:hidden">
                  <span className="line-clamp-2" title={finding}>
                    {finding}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}
