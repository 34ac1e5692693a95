import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import { valueText } from './labels'
import type { ChartData, ChartMark } from './model'
import { valueAt } from './timeline'

/** What a session reads as when the keyboard walks to it: values, each with its date where that is an earlier one, what is amiss with it, and its events. */
export function useSpoken(data: ChartData, marksAt: (index: number) => readonly ChartMark[]) {
  const texts = useTexts(chartTexts)
  const { day } = useFormat()
  const { bars, lines, flaws = [] } = data
  const all = bars ? [{ ...bars, value: bars.close }] : lines
  return (session: string, index: number): string => {
    const values = all.map(({ name, unit, session: sessions, value }) => {
      const at = valueAt(sessions, value, session)
      const text = `${name} ${valueText(at?.value, unit)}${unit ? ` ${unit}` : ''}`
      return at && at.session !== session ? texts.spokenOld(text, day(at.session)) : text
    })
    const amiss = flaws.filter((flaw) => flaw.session === session).map(({ text }) => text)
    const events = marksAt(index).map(({ number, title }) => `${number}, ${title}`)
    return `${texts.spoken(day(session), texts.and([...values, ...amiss]))}${
      events.length > 0 ? texts.spokenEvents(texts.and(events)) : ''
    }`
  }
}
