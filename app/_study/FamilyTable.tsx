import { formatShare } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { TableHead } from '@/app/_ui/TableHead'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { HeadlineView, StudyView } from '@/lib/api/study/schema'
import { Numbers } from './Numbers'
import { changeText, detectableText, useStudyWords } from './words'

function Figures({ one }: { one: HeadlineView }) {
  const words = useStudyWords()
  const { test } = one
  if (test.refusal) {
    return (
      <td colSpan={6} className="text min-w-64 whitespace-normal! text-soft">
        {words.refusal(test.refusal)}
      </td>
    )
  }
  return (
    <>
      <td className="font-medium">{changeText(test.car, 'log')}</td>
      <td className="text-soft">{words.band(test, 'log')}</td>
      <td>{formatShare(test.p)}</td>
      <td>{formatShare(one.pHolm)}</td>
      <td>{formatShare(one.placeboHolm)}</td>
      <td>{detectableText(one.minimumDetectable)}</td>
    </>
  )
}

/** The numbers behind the cards: the headline of every listing, which Holm's correction runs over. */
export function FamilyTable({ view }: { view: StudyView }) {
  const [{ title, family }, say, { day }] = [useTexts(studyTexts), useStored(), useFormat()]
  const { head } = family
  return (
    <Numbers label={title} note={family.foot}>
      <table className="figures" data-testid="family">
        <TableHead
          columns={[
            { name: head.listing },
            { name: head.verdict, words: true },
            ...[head.day0, head.car, head.band, head.p, head.pHolm, head.placebo, head.least].map((name) => ({ name })),
          ]}
        />
        <tbody>
          {view.listings.map((one) => (
            <tr key={one.symbol}>
              <td className="max-sm:whitespace-normal!">
                <span className="font-medium">{say(one.name, one.nameZh)}</span>{' '}
                <span className="text-faint text-small">{one.symbol}</span>
              </td>
              <td className="text">
                <VerdictBadge of="study" verdict={one.verdict} />
              </td>
              <td>{day(one.day0)}</td>
              <Figures one={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  )
}
