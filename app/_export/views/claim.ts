import { claimData } from '@/app/_data/claims'
import { pageMoment } from '@/app/_data/moment'
import { pageStore } from '@/app/_data/store'
import { claimTable } from '@/lib/api/claims/csv'
import { unknownClaim } from '@/lib/api/claims/find'
import { momentProblems } from '../problems'
import type { View } from '../view'

/** A claim with its arithmetic laid open. */
export const openClaim: View = async ({ query, now }, slug = '') => {
  const data = await claimData(slug, query, now)
  if (data === null) throw await unknownClaim(pageStore(), slug, pageMoment(query, now).at)
  const { claim, moment } = data
  return {
    path: `/claims/${slug}`,
    name: ['claim', slug],
    moment,
    problems: momentProblems(moment),
    tables: { arithmetic: () => claimTable(claim) },
  }
}
