import Link from 'next/link'
import { PanelLink } from '@/app/_board/PanelLink'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith, listingHref } from '@/app/_ui/url'
import type { SignalsView, SignalView } from '@/lib/api/signals/schema'
import { aboutHref, dayOfSignal } from './links'

function hrefOf({ about, listing, rule }: SignalView, asOf: string | null): string {
  if (about !== null) return aboutHref(about, asOf)
  return listing === null
    ? hrefWith('/signals', {}, { rule, asOf })
    : hrefWith(listingHref(listing.symbol), {}, { asOf })
}

/** One signal in a line; whole where `wraps`, else cut with the rest on hover. */
function Row({ signal, asOf, wraps }: { signal: SignalView; asOf: string | null; wraps: boolean }) {
  const [say, { day, moment }, { table }] = [useStored(), useFormat(), useTexts(signalsTexts)]
  const text = say(signal.text, signal.textZh)
  const title = [
    text,
    `${say(signal.ruleName, signal.ruleNameZh)} · ${table.known(moment(signal.knownAt))}`,
    say(signal.source ?? '', signal.sourceZh),
  ]
  return (
    <li className="flex items-baseline gap-2 py-[3px]" title={title.filter(Boolean).join('\n')}>
      {wraps ? (
        <span className="min-w-0 grow">{text}</span>
      ) : (
        <Link href={hrefOf(signal, asOf)} prefetch={false} className="quiet-link min-w-0 grow sm:truncate">
          {text}
        </Link>
      )}
      <span className="shrink-0 text-faint text-small max-sm:max-w-20 max-sm:text-right">
        {day(dayOfSignal(signal))}
      </span>
    </li>
  )
}

interface SignalsPanelProps {
  readonly signals: SignalsView
  /** Set where all of them are of one listing. */
  readonly listing?: string
  readonly asOf: string | null
  readonly className?: string
}

/** The latest signals, and the way to all of them. */
export function SignalsPanel({ signals, listing, asOf, className }: SignalsPanelProps) {
  const { panel } = useTexts(signalsTexts)
  const { items, total } = signals
  return (
    <Panel
      title={panel.title}
      {...(listing === undefined ? {} : { note: panel.note(total) })}
      {...(className === undefined ? {} : { className })}
      aside={<PanelLink href={hrefWith('/signals', {}, { asOf, listing: listing ?? null })}>{panel.all}</PanelLink>}
    >
      {items.length === 0 && <p className="px-4 pb-4 text-soft">{listing === undefined ? panel.none : panel.noneOf}</p>}
      <ul className="px-4 pb-2" data-testid="signals">
        {items.map((signal) => (
          <Row key={signal.id} {...{ signal, asOf }} wraps={listing !== undefined} />
        ))}
      </ul>
    </Panel>
  )
}
