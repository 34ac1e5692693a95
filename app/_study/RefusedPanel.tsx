import Link from 'next/link'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith, type Query } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { RefusalView, StudyView } from '@/lib/api/study/schema'
import { useStudyWords } from './words'

interface RefusedPanelProps {
  readonly view: StudyView
  readonly refusal: RefusalView
  readonly path: string
  readonly query: Query
}

/** In place of chart, placebo days, scorecard and robustness, where nothing of a listing can be studied: what is missing, what still stands, where to go on. */
export function RefusedPanel({ view, refusal, path, query }: RefusedPanelProps) {
  const [{ nothingElse: texts }, say, words] = [useTexts(studyTexts), useStored(), useStudyWords()]
  const others = view.listings.filter(({ symbol }) => symbol !== view.listing.symbol)
  return (
    <Panel title={texts.title(say(view.listing.name, view.listing.nameZh))}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 px-4 pb-4 sm:grid-cols-2">
        <section>
          <h3 className="font-medium text-small text-soft">{texts.missing}</h3>
          <p className="mt-1 font-medium">{words.refusal(refusal)}</p>
          <p className="mt-1 text-soft">{texts.text}</p>
        </section>
        <section>
          <h3 className="font-medium text-small text-soft">{texts.stays}</h3>
          <p className="mt-1 text-soft">{texts.known}</p>
          {others.length > 0 && (
            <>
              <p className="mt-2 text-soft">{texts.others}</p>
              <ul className="mt-1 space-y-1">
                {others.map((one) => (
                  <li key={one.symbol} className="flex flex-wrap items-center gap-2">
                    <Link className="link" prefetch={false} href={hrefWith(path, query, { listing: one.symbol })}>
                      {say(one.name, one.nameZh)}
                    </Link>
                    <VerdictBadge of="study" verdict={one.verdict} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="mt-2 text-soft">
            <Link className="link" prefetch={false} href={`/events?listing=${view.listing.symbol}&sort=size`}>
              {texts.beside(say(view.listing.name, view.listing.nameZh))}
            </Link>
          </p>
        </section>
      </div>
    </Panel>
  )
}
