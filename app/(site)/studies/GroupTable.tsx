import { changeText } from '@/app/_study/words'
import { useEventTime } from '@/app/_ui/events/time'
import { formatNumber, formatShare } from '@/app/_ui/format/number'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { acrossTexts } from '@/app/_ui/messages/across'
import { commonTexts } from '@/app/_ui/messages/common'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { AcrossGroupView, AcrossRowView } from '@/lib/api/across/view'

/** The name of a group: of its listing, which the rows know, or its tag in words. */
function useNameOf(items: readonly AcrossRowView[]) {
  const [{ groups }, say, { tag }] = [useTexts(acrossTexts), useStored(), useEventTime()]
  return ({ by, key }: AcrossGroupView): string => {
    if (by === 'all') return groups.all
    const row = by === 'listing' ? items.find(({ symbol }) => symbol === key) : undefined
    return row ? say(row.name, row.nameZh) : tag(key)
  }
}

function GroupRow({ group, name }: { group: AcrossGroupView; name: string }) {
  const texts = useTexts(acrossTexts).groups
  const { tests } = group
  if (tests === null) return null
  const chosen = tests.chosen === 'bmp' ? tests.bmp : tests.kolariPynnonen
  const { moved, sign } = tests
  return (
    <tr>
      <td className="font-medium">{name}</td>
      <td>{group.n}</td>
      <td>{changeText(tests.meanCar, 'log')}</td>
      <td className="text text-soft">{texts.tests[tests.chosen]}</td>
      <td>{formatNumber(chosen.statistic)}</td>
      <td>{formatShare(chosen.p)}</td>
      <td>
        {sign.positive}/{group.n}
      </td>
      <td>{formatShare(sign.exactP)}</td>
      <td>
        {moved.count} <span className="text-faint">({`${formatShare(moved.lo)} – ${formatShare(moved.hi)}`})</span>
      </td>
    </tr>
  )
}

interface GroupTableProps {
  readonly groups: readonly AcrossGroupView[]
  /** The rows they are made of. */
  readonly items: readonly AcrossRowView[]
}

/** The tests across the events of each listing and tag; groups with too few rows are named below. */
export function GroupTable({ groups, items }: GroupTableProps) {
  const [{ groups: texts }, { listSeparator }] = [useTexts(acrossTexts), useTexts(commonTexts)]
  const nameOf = useNameOf(items)
  const tested = groups.filter(({ tests }) => tests !== null)
  const few = groups.filter(({ tests, by }) => tests === null && by !== 'all')
  const { head } = texts
  const named = few.map((group) => texts.size(nameOf(group), group.n)).join(listSeparator)
  return (
    <Panel
      title={texts.title}
      note={texts.note}
      foot={
        <>
          {few.length > 0 && <span className="block">{texts.few(named)}</span>}
          {tested.length > 0 && texts.foot}
        </>
      }
    >
      {tested.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures" data-testid="groups">
            <TableHead
              columns={[
                ...[head.group, head.rows, head.mean].map((name) => ({ name })),
                { name: head.test, words: true },
                ...[head.statistic, head.p, head.sign, head.exact, head.moved].map((name) => ({ name })),
              ]}
            />
            <tbody>
              {tested.map((group) => (
                <GroupRow key={`${group.by} ${group.key}`} group={group} name={nameOf(group)} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
