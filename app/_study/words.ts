import { useLanguage } from '#language'
import { formatChange } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { asSimple, type ReturnKind } from '@/lib/analytics/returns'
import type { RefusalView, WindowTestView } from '@/lib/api/study/schema'
import { reasonsZh } from '@/lib/studies/event/words'

/** A relative session or a window of them: `−5`, `0`, `+10`. */
export function dayText(day: number): string {
  return day > 0 ? `+${day}` : day < 0 ? `\u2212${-day}` : '0'
}

/** `[0, +1]`. */
export function windowText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `[${dayText(from)}, ${dayText(to)}]`
}

/** A return of the study as a change in percent: `+14.7%`. A dash for none. */
export function changeText(value: number | null, returns: ReturnKind, digits = 1): string {
  return formatChange(value === null ? null : asSimple(value, returns), digits)
}

/** The smallest |CAR| that would have been seen, from a log CAR: `±8.6%`. */
export function detectableText(car: number | null): string {
  return car === null ? formatChange(null) : `±${changeText(car, 'log').replace('+', '')}`
}

/** What is worded in each language. `band`: changes in percent, `+4.5% to +26.0%`. `refusal`: why there is no figure, as a sentence. */
export function useStudyWords() {
  const [language, texts] = [useLanguage(), useTexts(studyTexts)]
  return {
    band: ({ lo, hi }: Pick<WindowTestView, 'lo' | 'hi'>, returns: ReturnKind): string =>
      texts.band(changeText(lo, returns), changeText(hi, returns)),
    refusal: ({ reason, detail }: RefusalView): string =>
      language === 'zh' ? `${reasonsZh[reason]}。` : `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`,
  }
}
