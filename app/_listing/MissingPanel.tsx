import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { MissingView } from '@/lib/api/missing/view'
import { feedName } from '@/lib/api/source/feedName'
import { missingSpans } from './missingSpans'
import { useListingNames } from './useListingNames'

const shown = 12

interface MissingPanelProps {
  readonly missing: MissingView
  /** Stored sessions, ascending. */
  readonly stored: readonly string[]
  readonly url: string
}

/** Sessions of the exchange that have no bar, in spans, each with its reason and the feeds that were asked for it. */
export function MissingPanel({ missing: { items, meta }, stored, url }: MissingPanelProps) {
  const [{ missingSessions: texts }, common, { day }, names] = [
    useTexts(listingTexts),
    useTexts(commonTexts),
    useFormat(),
    useListingNames(),
  ]
  const spans = missingSpans(items, stored)
  const { head } = texts
  const from = day(meta.trackedFrom)
  return (
    <Panel
      title={texts.title}
      note={items.length > 0 && texts.note(meta.missing, meta.due, from)}
      aside={
        <a className="link text-small" href={url}>
          {texts.json}
        </a>
      }
      foot={meta.complete === null ? texts.unknown : common.missing.title}
    >
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none(meta.due, from)}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures" data-testid="missing">
            <TableHead
              columns={[
                { name: head.sessions },
                { name: head.count },
                { name: head.reason, words: true },
                { name: head.asked, words: true },
              ]}
            />
            <tbody>
              {spans.slice(0, shown).map((span) => (
                <tr key={span.from}>
                  <td>{span.count === 1 ? day(span.from) : texts.span(day(span.from), day(span.to))}</td>
                  <td>{span.count}</td>
                  <td className="text">
                    {span.state === 'open' ? common.missing.open : common.missing.reasons(span.reason)}
                  </td>
                  <td className="text text-faint text-small">
                    {span.askedFeeds.map((feed) => names.feed(feed, feedName(feed))).join(common.listSeparator) ||
                      texts.notAsked}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {spans.length > shown && (
            <p className="px-4 py-2 text-faint text-small">{texts.more(spans.length - shown)}</p>
          )}
        </Wide>
      )}
    </Panel>
  )
}
