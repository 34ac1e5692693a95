import { claimData } from '@/app/_data/claims'
import { pageMoment } from '@/app/_data/moment'
import { pageStore } from '@/app/_data/store'
import { claimPicture } from '@/app/_picture/of/lists'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { claimTable } from '@/lib/api/claims/csv'
import { unknownClaim } from '@/lib/api/claims/find'
import type { JudgedClaimView } from '@/lib/api/claims/view'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import { momentProblems } from '../problems'
import type { View } from '../view'

/** The table of the API in the language of the view, with what every table of a view says. */
function arithmeticTable(claim: JudgedClaimView, language: Language): CsvTable {
  const say = <T extends string | null>(en: T, zh: string | null) => (en === null ? en : inLanguage(language, en, zh))
  const inputs = claim.inputs.map((one) => ({
    ...one,
    name: inLanguage(language, one.name, one.nameZh),
    unit: inLanguage(language, one.unit, one.unitZh),
  }))
  const { about, columns } = claimTable({
    ...{ ...claim, inputs, statement: inLanguage(language, claim.statement, claim.statementZh) },
    ...{ finding: inLanguage(language, claim.finding, claim.findingZh), since: say(claim.since, claim.sinceZh) },
    formula: say(claim.formula, claim.formulaZh),
  })
  return {
    about: [
      ...about,
      ['source', 'named in each row'],
      ['as of', claim.judgedAt],
      ['adjustment', 'closes are split-adjusted to the day of the statement; other figures as they were reported'],
      ['currency', 'the unit of each row'],
    ],
    columns,
  }
}

/** A claim with its arithmetic laid open. */
export const openClaim: View = async ({ query, language, now }, slug = '') => {
  const data = await claimData(slug, query, now)
  if (data === null) throw await unknownClaim(pageStore(), slug, pageMoment(query, now).at)
  const { claim, moment } = data
  return {
    path: `/claims/${slug}`,
    name: ['claim', slug],
    moment,
    problems: momentProblems(moment),
    tables: { arithmetic: () => arithmeticTable(claim, language) },
    picture: (look) => claimPicture(claim, moment.at.toISOString(), look),
  }
}
