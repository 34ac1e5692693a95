import Link from 'next/link'
import { formatDay } from '@/app/_ui/format/date'
import { formatShare } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith, type Query } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { Wide } from '@/app/_ui/Wide'
import type { HeadlineView, StudyView } from '@/lib/api/study/schema'
import { bandText, changeText, detectableText, refusalText } from './words'

function Figures({ one }: { one: HeadlineView }) {
  const { test } = one
  if (test.refusal) {
    return (
      <td colSpan={6} className="text whitespace-normal! min-w-64 text-soft">
        {refusalText(test.refusal)}
      </td>
    )
  }
  return (
    <>
      <td className="font-medium">{changeText(test.car, 'log')}</td>
      <td className="text-soft">{bandText(test, 'log')}</td>
      <td>{formatShare(test.p)}</td>
      <td>{formatShare(one.pHolm)}</td>
      <td>{formatShare(one.placeboHolm)}</td>
      <td>{detectableText(one.minimumDetectable)}</td>
    </>
  )
}

interface FamilyTableProps {
  readonly view: StudyView
  readonly path: string
  readonly query: Query
  /** Of the listing in view; the others' are on their own views. */
  readonly source: string
}

/** The headline of every listing of the event, which Holm's correction runs over. */
export function FamilyTable({ view, path, query, source }: FamilyTableProps) {
  const { title, note, head, foot } = study.family
  return (
    <Panel title={title} note={note} foot={foot}>
      <Wide label={title}>
        <table className="figures" data-testid="family">
          <thead>
            <tr>
              <th scope="col">{head.listing}</th>
              <th scope="col" className="text">
                {head.verdict}
              </th>
              <th scope="col">{head.day0}</th>
              {[head.car, head.band, head.p, head.pHolm, head.placebo, head.least].map((text) => (
                <th scope="col" key={text}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.listings.map((one) => (
              <tr key={one.symbol} title={one.symbol === view.listing.symbol ? source : undefined}>
                <td className="max-sm:whitespace-normal!">
                  <Link
                    href={hrefWith(path, query, { listing: one.symbol })}
                    prefetch={false}
                    scroll={false}
                    className="quiet-link font-medium"
                  >
                    {one.name}
                  </Link>{' '}
                  <span className="text-faint text-small">{one.symbol}</span>
                </td>
                <td className="text">
                  <VerdictBadge of="study" verdict={one.verdict} />
                </td>
                <td>{formatDay(one.day0)}</td>
                <Figures one={one} />
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
