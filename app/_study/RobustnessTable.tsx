import { formatShare } from '@/app/_ui/format/number'
import { common } from '@/app/_ui/messages/common'
import { study } from '@/app/_ui/messages/study'
import type { StudyView } from '@/lib/api/study/schema'
import { bandText, changeText, refusalText, windowText } from './words'

interface RobustnessTableProps {
  readonly looks: StudyView['robustness']['looks']
  readonly source: string
}

/** Every look of the robustness strip in figures. */
export function RobustnessTable({ looks, source }: RobustnessTableProps) {
  const { head } = study.robustness
  return (
    <details className="border-line border-t">
      <summary className="w-fit px-4 py-2 text-soft text-small hover:text-ink">{common.numbers}</summary>
      <div className="max-h-96 overflow-auto">
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
      </div>
    </details>
  )
}
