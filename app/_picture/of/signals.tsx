import { formats } from '@/app/_ui/format/useFormat'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { pictureTexts } from '@/app/_ui/messages/picture'
import { signalsTexts } from '@/app/_ui/messages/signals'
import type { BacktestView, RuleView } from '@/lib/api/rules/schema'
import type { HitView, SignalView } from '@/lib/api/signals/schema'
import type { Picture } from '../Frame'
import type { Look } from '../look'
import type { PictureCell } from '../TableBody'
import { listPicture } from './lists'

const dayIn = ({ session, knownAt }: HitView, { language }: Look) =>
  formats[language].day(session ?? knownAt.slice(0, 10))

const sourcesOf = (items: readonly HitView[], { language }: Look) =>
  items.map(({ source, sourceZh }) => source && inLanguage(language, source, sourceZh))

/** Signals, in the order given. */
export function signalsPicture(items: readonly SignalView[], asOf: string, look: Look): Picture {
  const { language } = look
  const { head } = pictureTexts[language]
  const rows = items.map((signal): PictureCell[] => [
    dayIn(signal, look),
    inLanguage(language, signal.ruleName, signal.ruleNameZh),
    inLanguage(language, signal.text, signal.textZh),
  ])
  const columns = [
    { name: head.date, share: 0.12 },
    { name: head.rule, share: 0.2 },
    { name: head.what, share: 0.68 },
  ]
  return listPicture({ list: 'signals', columns, rows, asOf, sources: sourcesOf(items, look) }, look)
}

/** The rules with what each looks for and how often it has come true. */
export function rulesPicture(items: readonly RuleView[], asOf: string, look: Look): Picture {
  const { language } = look
  const { head } = signalsTexts[language].rules
  const rows = items.map((rule): PictureCell[] => [
    inLanguage(language, rule.name, rule.nameZh),
    inLanguage(language, rule.description, rule.descriptionZh),
    String(rule.signals),
  ])
  const columns = [
    { name: head.rule, share: 0.22 },
    { name: head.looksFor, share: 0.68 },
    { name: head.fired, share: 0.1, end: true },
  ]
  return listPicture({ list: 'rules', columns, rows, asOf }, look)
}

/** Each time that a rule would have fired, the latest first, under how often that is. */
export function hitsPicture(rule: RuleView, backtest: BacktestView, asOf: string, look: Look): Picture {
  const { language } = look
  const { head } = pictureTexts[language]
  const rows = backtest.items.map((hit): PictureCell[] => [
    dayIn(hit, look),
    inLanguage(language, hit.text, hit.textZh),
  ])
  const columns = [
    { name: head.date, share: 0.14 },
    { name: head.what, share: 0.86 },
  ]
  return {
    ...listPicture({ list: 'rules', columns, rows, asOf, sources: sourcesOf(backtest.items, look) }, look),
    title: signalsTexts[language].rules.backtest(inLanguage(language, rule.name, rule.nameZh)),
    notes: [inLanguage(language, backtest.text, backtest.textZh)],
  }
}
