import { formatShare } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { TableHead } from '@/app/_ui/TableHead'
import type { StudyView } from '@/lib/api/study/schema'
import { Numbers } from './Numbers'
import { changeText, useStudyWords, windowText } from './words'

interface RobustnessTableProps {
  readonly looks: StudyView['robustness']['looks']
  readonly source: string
}

/** Every look of the robustness strip in figures. */
export function RobustnessTable({ looks, source }: RobustnessTableProps) {
  const [{ robustness: texts, controls }, words] = [useTexts(studyTexts), useStudyWords()]
  const { head } = texts
  return (
    <Numbers label={texts.title}>
      <table className="figures" data-testid="robustness-numbers">
        <TableHead
          columns={[head.model, head.window, head.estimation, head.car, head.band, head.p].map((name) => ({ name }))}
        />
        <tbody>
          {looks.map(({ model, estimation, test }) => (
            <tr key={`${model} ${estimation} ${windowText(test)}`} title={source}>
              <td>{controls.models[model]}</td>
              <td>{windowText(test)}</td>
              <td>{estimation}</td>
              {test.refusal ? (
                <td colSpan={3} className="min-w-64 whitespace-normal! text-soft">
                  {words.refusal(test.refusal)}
                </td>
              ) : (
                <>
                  <td className="font-medium">{changeText(test.car, 'log')}</td>
                  <td className="text-soft">{words.band(test, 'log')}</td>
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
