import { formatShare } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import type { StudyView } from '@/lib/api/study/schema'
import { Numbers } from './Numbers'
import { bandText, changeText, refusalText, windowText } from './words'

interface RobustnessTableProps {
  readonly looks: StudyView['robustness']['looks']
  readonly source: string
}

/** Every look of the robustness strip in figures. */
export function RobustnessTable({ looks, source }: RobustnessTableProps) {
  const { head } = study.robustness
  return (
    <Numbers label={study.robustness.title}>
      <table className="figures" data-testid="robustness-numbers">
        <thead>
          <tr>
            <th scope="col">{head.model}</th>
            {[head.window, head.estimation, head.car, head.band, head.p].map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {looks.map(({ model, estimation, test }) => (
            <tr key={`${model} ${estimation} ${windowText(test)}`} title={source}>
              <td>{study.controls.models[model]}</td>
              <td>{windowText(test)}</td>
              <td>{estimation}</td>
              {test.refusal ? (
                <td colSpan={3} className="min-w-64 whitespace-normal! text-soft">
                  {refusalText(test.refusal)}
                </td>
              ) : (
                <>
                  <td className="font-medium">{changeText(test.car, 'log')}</td>
                  <td className="text-soft">{bandText(test, 'log')}</td>
                  <td>{formatShare(test.p)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  )
}
