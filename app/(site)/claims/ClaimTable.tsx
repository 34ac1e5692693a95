import Link from 'next/link'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { Wide } from '@/app/_ui/Wide'
import type { ClaimView } from '@/lib/api/claims/view'

/** Every claim with its verdict and the beginning of what was found; on narrow screens both stand under the statement. */
export function ClaimTable({ items, asOf }: { items: readonly ClaimView[]; asOf: string | null }) {
  const [{ head, title }, say] = [useTexts(claimsTexts), useStored()]
  return (
    <Wide label={title}>
      <table className="figures" data-testid="claims">
        <TableHead
          columns={[
            { name: head.statement },
            { name: head.verdict, words: true, className: 'max-sm:hidden' },
            { name: head.finding, words: true, className: 'max-md:hidden' },
          ]}
        />
        <tbody>
          {items.map(({ slug, statement, statementZh, verdict, finding, findingZh }) => {
            const found = say(finding, findingZh)
            return (
              <tr key={slug}>
                <td className="min-w-52 whitespace-normal! align-top md:w-[38%]">
                  <Link
                    href={hrefWith(`/claims/${slug}`, {}, { asOf })}
                    prefetch={false}
                    className="quiet-link font-medium"
                  >
                    {say(statement, statementZh)}
                  </Link>
                  <span className="mt-1 block sm:hidden">
                    <VerdictBadge of="claim" verdict={verdict} />
                  </span>
                  <span className="mt-1 line-clamp-2 text-faint text-small md:hidden" title={found}>
                    {found}
                  </span>
                </td>
                <td className="text align-top max-sm:hidden">
                  <VerdictBadge of="claim" verdict={verdict} />
                </td>
                <td className="text whitespace-normal! align-top text-soft max-md:hidden">
                  <span className="line-clamp-2" title={found}>
                    {found}
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
