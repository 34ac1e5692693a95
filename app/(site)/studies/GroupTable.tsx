import { changeText } from '@/app/_study/words'
import { formatNumber, formatShare } from '@/app/_ui/format/number'
import { across } from '@/app/_ui/messages/across'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { AcrossGroupView } from '@/lib/api/across/view'

const { groups: texts } = across

function nameOf({ by, key }: AcrossGroupView): string {
  return by === 'all' ? texts.all : key
}

function GroupRow({ group }: { group: AcrossGroupView }) {
  const { tests } = group
  if (tests === null) return null
  const chosen = tests.chosen === 'bmp' ? tests.bmp : tests.kolariPynnonen
  const { moved, sign } = tests
  return (
    <tr>
      <td className="font-medium">{nameOf(group)}</td>
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

/** The tests across the events of each listing and tag; groups with too few rows are named below. */
export function GroupTable({ groups }: { groups: readonly AcrossGroupView[] }) {
  const tested = groups.filter(({ tests }) => tests !== null)
  const few = groups.filter(({ tests, by }) => tests === null && by !== 'all')
  const { head } = texts
  return (
    <Panel
      title={texts.title}
      note={texts.note}
      foot={
        <>
          {few.length > 0 && (
            <span className="block">
              {texts.few} {few.map((group) => `${nameOf(group)} (${group.n})`).join(', ')}.
            </span>
          )}
          {tested.length > 0 && texts.foot}
        </>
      }
    >
      {tested.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures" data-testid="groups">
            <thead>
              <tr>
                {[head.group, head.rows, head.mean].map((text) => (
                  <th scope="col" key={text}>
                    {text}
                  </th>
                ))}
                <th scope="col" className="text">
                  {head.test}
                </th>
                {[head.statistic, head.p, head.sign, head.exact, head.moved].map((text) => (
                  <th scope="col" key={text}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tested.map((group) => (
                <GroupRow key={`${group.by} ${group.key}`} group={group} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
