import type { Metadata } from 'next'
import Link from 'next/link'
import { searchData } from '@/app/_data/search'
import { readLanguage } from '@/app/_ui/i18n/request'
import { KeptParameters } from '@/app/_ui/KeptParameters'
import { searchTexts } from '@/app/_ui/messages/search'
import { PointInTimeBanner } from '@/app/_ui/PointInTime'
import { FindText } from '@/app/_ui/search/FindText'
import { findHref } from '@/app/_ui/search/finds'
import type { Query } from '@/app/_ui/url'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: searchTexts[await readLanguage()].title, robots: { index: false } }
}

/** The search as a page: what the button of the header leads to without script, and the URL of a search. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const texts = searchTexts[language]
  const { moment, words, finds } = await searchData(query, new Date())
  return (
    <>
      <PointInTimeBanner path="/search" query={query} {...moment} />
      <div className="max-w-3xl space-y-4">
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        {/* biome-ignore lint/a11y/useSemanticElements: what React knows of search elements is newer than the readers of screens */}
        <form action="/search" role="search" className="no-print flex gap-2">
          <KeptParameters query={query} except="q" />
          <input
            type="search"
            name="q"
            defaultValue={words}
            maxLength={100}
            aria-label={texts.label}
            placeholder={texts.placeholder}
            className="field h-8 min-w-0 grow px-3 text-lead"
          />
          <button type="submit" className="button h-8 px-3">
            {texts.go}
          </button>
        </form>
        {words !== '' && (
          <>
            <p role="status" className="text-soft">
              {finds.length === 0 ? texts.none(words) : texts.found(finds.length)}
            </p>
            <ul className="panel divide-y divide-line empty:hidden" data-testid="finds">
              {finds.map((find) => (
                <li key={`${find.kind}:${find.slug}`}>
                  <Link
                    href={findHref(find, moment.asOf)}
                    prefetch={false}
                    className="flex items-baseline gap-3 px-4 py-2 hover:bg-well"
                  >
                    <FindText find={find} />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}
