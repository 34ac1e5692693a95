import type { PriceRow } from '@/app/_data/dataPage'
import { type EventRow, effectRow, verdictOf } from '@/app/_data/eventFilter'
import type { Tone } from '@/app/_ui/Badge'
import { eventWords } from '@/app/_ui/events/time'
import { formatChange, formatPlain } from '@/app/_ui/format/number'
import { formats } from '@/app/_ui/format/useFormat'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { chartTexts } from '@/app/_ui/messages/chart'
import { commonTexts } from '@/app/_ui/messages/common'
import { pictureTexts } from '@/app/_ui/messages/picture'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import { verdictTone } from '@/app/_ui/VerdictBadge'
import type { AcrossRowView } from '@/lib/api/across/view'
import type { ClaimView, JudgedClaimView } from '@/lib/api/claims/view'
import type { MilestoneView } from '@/lib/api/milestones/view'
import { ClaimBody } from '../ClaimBody'
import type { Picture } from '../Frame'
import type { Look } from '../look'
import { Pill } from '../parts'
import { type PictureCell, type PictureColumn, TableBody } from '../TableBody'
import { footText, sourceName } from './foot'

type List = keyof (typeof pictureTexts)['en']['lists']

interface ListInput {
  readonly list: List
  readonly columns: readonly PictureColumn[]
  readonly rows: readonly (readonly PictureCell[])[]
  readonly asOf: string
  readonly sources?: readonly (string | null)[]
}

/** A list as its first rows. */
export function listPicture({ list, columns, rows, asOf, sources }: ListInput, look: Look): Picture {
  const texts = pictureTexts[look.language]
  return {
    title: texts.lists[list],
    notes: [],
    foot: footText(sources ?? [texts.ownSources], asOf, look.language),
    body: (room) => <TableBody {...{ columns, rows, room, look }} more={texts.more} />,
  }
}

const claimVerdict = (verdict: string, { language }: Look): PictureCell => {
  const words: Readonly<Record<string, string>> = verdictTexts[language].claim
  return { text: words[verdict] ?? verdict, tone: verdictTone(verdict) }
}

/** Claims with their verdicts. */
export function claimsPicture(items: readonly ClaimView[], asOf: string, look: Look): Picture {
  const { head } = pictureTexts[look.language]
  const rows = items.map(({ statement, statementZh, verdict }): PictureCell[] => [
    inLanguage(look.language, statement, statementZh),
    claimVerdict(verdict, look),
  ])
  const columns = [
    { name: head.claim, share: 0.76 },
    { name: head.verdict, share: 0.24, end: true },
  ]
  return listPicture({ list: 'claims', columns, rows, asOf }, look)
}

/** A decimal with its thousands apart; other texts as they are. */
const figure = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? formatPlain(Number(text)) : text)

/** A claim with its verdict and arithmetic. */
export function claimPicture(claim: JudgedClaimView, asOf: string, look: Look): Picture {
  const { language } = look
  const { text, tone } = claimVerdict(claim.verdict, look) as { text: string; tone: Tone }
  const { statement, statementZh, finding, findingZh, formula, formulaZh, inputs } = claim
  return {
    title: inLanguage(language, statement, statementZh),
    notes: [
      <Pill key="verdict" {...{ text, tone, look }} />,
      pictureTexts[language].stated(formats[language].day(claim.statedOn), claim.sourceName),
    ],
    foot: footText(
      inputs.map(({ source, sourceZh }) => source && inLanguage(language, source, sourceZh)),
      asOf,
      language,
    ),
    body: (room) => (
      <ClaimBody
        finding={inLanguage(language, finding, findingZh)}
        formula={formula === null ? null : inLanguage(language, formula, formulaZh)}
        inputs={inputs.map((one) => ({
          name: inLanguage(language, one.name, one.nameZh),
          period: one.period,
          value: `${figure(one.value)} ${inLanguage(language, one.unit, one.unitZh)}`.trim(),
        }))}
        {...{ room, look }}
      />
    ),
  }
}

/** Events, in the order given. */
export function eventsPicture(items: readonly EventRow[], asOf: string, look: Look): Picture {
  const { language } = look
  const { head } = pictureTexts[language]
  const words = eventWords(language)
  const rows = items.map((row): PictureCell[] => {
    const { event } = row
    const [largest, verdict] = [effectRow(row, null), verdictOf(row, null)]
    return [
      words.when(event),
      inLanguage(language, event.title, event.titleZh),
      largest?.symbol ?? '',
      formatChange(largest?.percent == null ? null : largest.percent / 100, 1),
      verdict === 'unstudied' ? '' : { text: verdictTexts[language].study[verdict], tone: verdictTone(verdict) },
    ]
  })
  const columns = [
    { name: head.date, share: 0.16 },
    { name: head.event, share: 0.43 },
    { name: head.listing, share: 0.11 },
    { name: head.car, share: 0.12, end: true },
    { name: head.verdict, share: 0.18, end: true },
  ]
  return listPicture({ list: 'events', columns, rows, asOf }, look)
}

/** What each event did to each listing, in the order given. */
export function studiesPicture(items: readonly AcrossRowView[], asOf: string, look: Look): Picture {
  const { language } = look
  const { head } = pictureTexts[language]
  const rows = items.map(({ day0, title, titleZh, symbol, percent, verdict }): PictureCell[] => [
    formats[language].day(day0),
    inLanguage(language, title, titleZh),
    symbol,
    formatChange(percent === null ? null : percent / 100, 1),
    { text: verdictTexts[language].study[verdict], tone: verdictTone(verdict) },
  ])
  const columns = [
    { name: head.date, share: 0.13 },
    { name: head.event, share: 0.46 },
    { name: head.listing, share: 0.11 },
    { name: head.car, share: 0.12, end: true },
    { name: head.verdict, share: 0.18, end: true },
  ]
  return listPicture({ list: 'studies', columns, rows, asOf }, look)
}

const stateTones: Readonly<Record<string, Tone>> = { shipped: 'good', late: 'warn' }

/** Promised windows and where they stand. */
export function roadmapPicture(items: readonly MilestoneView[], asOf: string, look: Look): Picture {
  const { language } = look
  const { head } = pictureTexts[language]
  const rows = items.map(({ title, titleZh, promised, state }): PictureCell[] => [
    inLanguage(language, title, titleZh),
    formats[language].window(promised),
    { text: chartTexts[language].milestone.states[state], tone: stateTones[state] ?? 'plain' },
  ])
  const columns = [
    { name: head.milestone, share: 0.6 },
    { name: head.window, share: 0.2 },
    { name: head.state, share: 0.2, end: true },
  ]
  const sources = items.map(({ sourceName }) => sourceName)
  return listPicture({ list: 'roadmap', columns, rows, asOf, sources }, look)
}

/** Every price series with its age and gaps. */
export function dataPicture(items: readonly PriceRow[], asOf: string, look: Look): Picture {
  const { language } = look
  const [{ head }, { age }] = [pictureTexts[language], commonTexts[language]]
  const sources = items.map(({ listing }) => sourceName(listing.series.source?.feed, language) ?? null)
  const rows = items.map(({ listing, stored, due }, i): PictureCell[] => {
    const { name, nameZh, symbol, series } = listing
    const { state, sessionsBehind } = series.age
    const behind = state === 'behind' ? age.behind(sessionsBehind ?? 0) : age[state]
    return [
      inLanguage(language, name, nameZh),
      symbol,
      formats[language].day(series.lastSettledSession),
      String(stored),
      String(due - stored),
      {
        text: series.lastSettledSession === null ? age.empty : behind,
        tone: state === 'fresh' ? 'good' : state === 'behind' ? 'warn' : 'plain',
      },
      sources[i] ?? '–',
    ]
  })
  const columns = [
    { name: head.listing, share: 0.24 },
    { name: head.symbol, share: 0.12 },
    { name: head.session, share: 0.14 },
    { name: head.sessions, share: 0.09, end: true },
    { name: head.missing, share: 0.07, end: true },
    { name: head.age, share: 0.17 },
    { name: head.from, share: 0.17 },
  ]
  return listPicture({ list: 'data', columns, rows, asOf, sources }, look)
}
