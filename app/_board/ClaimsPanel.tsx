import Link from 'next/link'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { ClaimView } from '@/lib/api/claims/view'
import { PanelLink } from './PanelLink'

/** The article's statements, each with its verdict and the way to its arithmetic. `asOf` is the page's moment, if not now. */
export function ClaimsPanel(props: { items: readonly ClaimView[]; asOf: string | null; className: string }) {
  const { items, asOf, className } = props
  const [texts, say] = [useTexts(boardTexts).claims, useStored()]
  return (
    <Panel
      title={texts.title}
      className={className}
      note={texts.note(items.length)}
      aside={<PanelLink href={hrefWith('/claims', {}, { asOf })}>{texts.all}</PanelLink>}
    >
      {items.length === 0 && <p className="px-4 pb-4 text-soft">{texts.none}</p>}
      <ul className="px-4 pb-2" data-testid="claims">
        {items.map(({ slug, statement, statementZh, finding, findingZh, verdict }) => {
          const statementText = say(statement, statementZh)
          return (
            <li key={slug} className="flex items-baseline gap-2 py-[3px]">
              <Link
                href={hrefWith(`/claims/${slug}`, {}, { asOf })}
                prefetch={false}
                className="quiet-link min-w-0 grow sm:truncate"
                title={`${statementText}\n${say(finding, findingZh)}`}
              >
                {statementText}
              </Link>
              <VerdictBadge of="claim" verdict={verdict} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
