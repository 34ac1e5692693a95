import { useFormat } from './format/useFormat'
import { useTexts } from './i18n/texts'
import { KeptParameters } from './KeptParameters'
import { commonTexts } from './messages/common'
import { StatusLine } from './states/StatusLine'
import { hrefWith, type Query, queryValue } from './url'

/** Says that a page is set to a moment in the past, or why it is not; nothing when it shows the present. */
export function PointInTimeBanner(props: {
  path: string
  query: Query
  at: Date
  asOf: string | null
  problem: { kind: 'wrong' | 'future'; text: string } | null
}) {
  const texts = useTexts(commonTexts).pointInTime
  const { moment } = useFormat()
  const { path, query, at, asOf, problem } = props
  if (asOf === null && problem === null) return null
  return (
    <div className="mb-4">
      <StatusLine>
        {problem ? texts[problem.kind](problem.text) : texts.banner(moment(at.toISOString()))}{' '}
        <a className="no-print underline" href={hrefWith(path, query, { asOf: null })}>
          {texts.back}
        </a>
      </StatusLine>
    </div>
  )
}

/** A date to look back to: a form that needs no script and keeps the other parameters of the page. */
export function LookBack({ path, query }: { path: string; query: Query }) {
  const texts = useTexts(commonTexts).pointInTime
  const asOf = queryValue(query, 'asOf')
  return (
    <form action={path} className="no-print flex items-center gap-1 text-small" key={asOf}>
      <KeptParameters query={query} except="asOf" />
      <input
        type="date"
        name="asOf"
        aria-label={texts.label}
        title={texts.label}
        defaultValue={asOf?.slice(0, 10)}
        min="2024-01-02"
        className="h-[26px] rounded-md border border-line bg-panel px-1.5 text-soft"
      />
      <button
        type="submit"
        className="h-[26px] cursor-pointer rounded-md border border-line px-2 text-soft hover:bg-well hover:text-ink"
      >
        {texts.go}
      </button>
    </form>
  )
}
