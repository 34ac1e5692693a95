import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'

const paths = {
  in: 'M8 3.5v9M3.5 8h9',
  out: 'M3.5 8h9',
  all: 'M2.5 8h11M5 5.5 2.5 8 5 10.5M11 5.5 13.5 8 11 10.5',
} as const
const factors = { in: 0.5, out: 2, all: null } as const

/** Closer, farther, everything: for the pointer and the keyboard; hidden where there is no script. */
export function ZoomButtons({ zoom }: { zoom: (factor: number | null) => void }) {
  const texts = useTexts(chartTexts).zoom
  return (
    <fieldset aria-label={texts.label} className="no-print needs-script flex shrink-0">
      {(['in', 'out', 'all'] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="icon-button"
          title={texts[way]}
          aria-label={texts[way]}
          onClick={() => zoom(factors[way])}
        >
          <svg
            viewBox="0 0 16 16"
            className="size-4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            aria-hidden="true"
          >
            <path d={paths[way]} strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </button>
      ))}
    </fieldset>
  )
}
