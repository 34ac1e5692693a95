import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { compareTexts } from '@/app/_ui/messages/compare'
import { useSource } from '@/app/_ui/source'
import type { CompareView, ratesOf } from '@/lib/api/compare/view'

type Rates = ReturnType<typeof ratesOf>

/** Where each line comes from, and how its currency was converted. `rates` is the source of the rates, null when nothing was converted. */
export function Sources({ series, rates }: { series: CompareView['series']; rates: Rates }) {
  const texts = useTexts(compareTexts)
  const say = useStored()
  const source = useSource()
  const { day } = useFormat()
  return (
    <>
      {series.map((one, i) => (
        <span
          key={one.symbol}
          title={source.title({ ...one, lastSession: one.bundledTo ?? one.session.at(-1) ?? null })}
        >
          {i > 0 && ' · '}
          {texts.sourceOf(say(one.name, one.nameZh), source.text(one.source, one.bundledTo))}
        </span>
      ))}
      {rates !== null && (
        <span> · {texts.conversion(rates.source?.bundled ? '' : (rates.source?.name ?? ''), day(rates.to))}</span>
      )}
    </>
  )
}
