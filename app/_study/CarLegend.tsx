import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import type { ListingColour } from './colours'

/** What the signs of the chart mean. */
export function CarLegend({ colour }: { colour: ListingColour }) {
  const { legend } = useTexts(studyTexts).car
  const line = <span className={`h-[3px] w-4 rounded ${colour.ground}`} />
  const swatches = [
    { text: legend.car, sign: line },
    { text: legend.band, sign: <span className={`h-3 w-4 opacity-20 ${colour.ground}`} /> },
    {
      text: legend.ar,
      sign: (
        <>
          <span className="h-3 w-1.5 bg-up" />
          <span className="h-3 w-1.5 bg-down" />
        </>
      ),
    },
    { text: legend.headline, sign: <span className="h-3 w-4 border border-line bg-well" /> },
  ]
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-small text-soft">
      {swatches.map(({ text, sign }) => (
        <span key={text} className="flex items-center gap-1.5">
          <span className="flex items-center gap-px" aria-hidden="true">
            {sign}
          </span>
          {text}
        </span>
      ))}
    </p>
  )
}
