import { axisOver, linearScale } from '@/app/_ui/chart/scale'
import { formatPlain, formatShare } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import { asSimple } from '@/lib/analytics/returns'
import type { StudyView } from '@/lib/api/study/schema'
import { level } from '@/lib/studies/event/settings'
import { RobustnessTable } from './RobustnessTable'
import { across } from './svg'
import { changeText, useStudyWords, windowText } from './words'

type Look = StudyView['robustness']['looks'][number]

const rowHeight = 20

const percent = (value: number | null) => 100 * asSimple(value ?? 0, 'log')

/** A CAR as a dot on its band, around the line of zero; solid where p is under 5 %. */
function Whisker({ test, x }: { test: Look['test']; x: (value: number) => number }) {
  const { car, lo, hi, p } = test
  const down = (car ?? 0) < 0
  const colour = down ? 'stroke-down' : 'stroke-up'
  const solid = p !== null && p < level
  const middle = rowHeight / 2
  return (
    <svg aria-hidden="true" width="100%" height={rowHeight} className="overflow-visible">
      <line x1={across(x(0))} x2={across(x(0))} y1="0" y2={rowHeight} className="stroke-line-strong" />
      {car !== null && (
        <>
          <line
            x1={across(x(percent(lo)))}
            x2={across(x(percent(hi)))}
            y1={middle}
            y2={middle}
            className={colour}
            strokeWidth="2"
            strokeOpacity="0.5"
          />
          <circle
            cx={across(x(percent(car)))}
            cy={middle}
            r="4"
            strokeWidth="1.5"
            className={`${colour} ${solid ? (down ? 'fill-down' : 'fill-up') : 'fill-panel'}`}
          />
        </>
      )}
    </svg>
  )
}

const columns = 'grid grid-cols-[5.75rem_minmax(0,1fr)_3rem_3.25rem] items-center gap-x-2 text-small'

function WindowLooks({ looks, scale }: { looks: readonly Look[]; scale: ReturnType<typeof axisOver> }) {
  const [texts, words] = [useTexts(studyTexts).robustness, useStudyWords()]
  const x = linearScale([scale.low, scale.high], [0, 100])
  const [first] = looks
  // The ends of the axis are told where they do not run into its zero.
  const ends = [scale.low, 0, scale.high].filter((end) => end === 0 || Math.abs(x(end) - x(0)) > 30)
  return (
    <div>
      <h3 className="font-medium text-small text-soft">CAR {first && windowText(first.test)}</h3>
      <ul className="mt-1">
        {looks.map(({ model, estimation, test }) => (
          <li
            key={`${model} ${estimation}`}
            className={columns}
            title={test.refusal ? words.refusal(test.refusal) : undefined}
          >
            <span className="truncate text-faint">
              {texts.models[model]}, {estimation}
            </span>
            <Whisker {...{ test, x }} />
            <span className="text-right">{test.refusal ? texts.refused : changeText(test.car, 'log')}</span>
            <span className="text-right text-faint">{test.refusal ? '' : `p ${formatShare(test.p)}`}</span>
          </li>
        ))}
      </ul>
      <div className={columns}>
        <span />
        <svg aria-hidden="true" width="100%" height="18" className="overflow-visible">
          {ends.map((tick) => (
            <text key={tick} x={across(x(tick))} y="13" textAnchor="middle" className="fill-faint text-tiny">
              {formatPlain(tick, 1)}%
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

/** The same question asked in eighteen ways: the headline first, each with its band, and the table behind. */
export function RobustnessPanel({ view, source }: { view: StudyView; source: string }) {
  const [texts, words] = [useTexts(studyTexts).robustness, useStudyWords()]
  const { looks, answered, sameSign, agreeing } = view.robustness
  const refusal = looks.find(({ test }) => test.refusal)?.test.refusal
  if (answered === 0) {
    return (
      <Panel title={texts.title} note={texts.note} foot={source}>
        <p className="px-4 pb-4 text-soft">
          {texts.none} {refusal && words.refusal(refusal)}
        </p>
      </Panel>
    )
  }
  const windows = [...new Set(looks.map(({ test }) => windowText(test)))]
  const scale = axisOver(
    looks.flatMap(({ test }) => (test.refusal ? [] : [percent(test.lo), percent(test.hi)])),
    8,
  )
  return (
    <Panel title={texts.title} note={texts.note} foot={source}>
      <div className="space-y-3 px-4 pb-3">
        <p className="text-soft">{texts.agree({ agreeing, sameSign, answered })}</p>
        <p className="flex flex-wrap gap-x-4 text-small text-soft">
          {[
            { text: texts.legend.under, sign: 'bg-soft' },
            { text: texts.legend.over, sign: 'bg-panel' },
          ].map(({ text, sign }) => (
            <span key={text} className="flex items-center gap-1.5">
              <span className={`size-2.5 rounded-full border-[1.5px] border-soft ${sign}`} aria-hidden="true" />
              {text}
            </span>
          ))}
          <span className="flex items-center gap-1.5">
            <span className="h-0.5 w-4 bg-soft opacity-60" aria-hidden="true" />
            {texts.legend.band}
          </span>
        </p>
        <div className="grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-3" data-testid="robustness">
          {windows.map((window) => (
            <WindowLooks key={window} looks={looks.filter(({ test }) => windowText(test) === window)} scale={scale} />
          ))}
        </div>
      </div>
      <RobustnessTable {...{ looks, source }} />
    </Panel>
  )
}
