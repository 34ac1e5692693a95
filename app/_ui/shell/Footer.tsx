import Link from 'next/link'
import type { FeedTerms } from '@/app/_data/feeds'
import { useStored, useTexts } from '../i18n/texts'
import { shellTexts } from '../messages/shell'
import { PrintFoot } from './PrintFoot'

/** What the figures are not, where they come from, and under whose terms. */
export function Footer({ feeds }: { feeds: readonly FeedTerms[] }) {
  const [texts, say] = [useTexts(shellTexts).footer, useStored()]
  return (
    <footer className="mx-auto max-w-[90rem] px-4 pt-4 pb-10 text-faint text-small lg:px-6">
      <div className="grid grid-cols-1 gap-x-10 gap-y-3 border-line border-t pt-5 md:grid-cols-2">
        <div className="max-w-prose space-y-2">
          <p className="font-medium text-soft">{texts.advice}</p>
          <p>{texts.method}</p>
          <p>{texts.article}</p>
        </div>
        <div className="max-w-prose space-y-2">
          {feeds.length > 0 && (
            <details>
              <summary className="font-medium text-soft">{texts.terms}</summary>
              <ul className="mt-2 space-y-1.5">
                {feeds.map(({ id, name, nameZh, terms, termsZh }) => (
                  <li key={id}>
                    <span className="text-soft">{texts.feed(say(name, nameZh))}</span> {say(terms, termsZh)}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p>
            {texts.charts}{' '}
            <a className="link" href="https://www.tradingview.com/" rel="noreferrer">
              TradingView Lightweight Charts™
            </a>
            , © TradingView, Inc.
          </p>
          <p className="no-print flex flex-wrap gap-x-4 gap-y-1">
            <Link href="/docs/api" prefetch={false} className="quiet-link">
              {texts.api}
            </Link>
            <Link href="/docs/grafana" prefetch={false} className="quiet-link">
              {texts.grafana}
            </Link>
            <a href="/feeds/events.atom" className="quiet-link">
              {texts.events}
            </a>
            <a href="/feeds/signals.atom" className="quiet-link">
              {texts.signals}
            </a>
            <a href="/feeds/calendar.ics" className="quiet-link">
              {texts.calendar}
            </a>
            <Link href="/gallery" prefetch={false} className="quiet-link">
              {texts.gallery}
            </Link>
          </p>
        </div>
      </div>
      <PrintFoot />
    </footer>
  )
}
