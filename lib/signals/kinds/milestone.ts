import { z } from 'zod'
import { addDays } from '@/lib/market/date'
import { milestoneState, promisedWindow } from '@/lib/market/period'
import type { StoredMilestone } from '@/lib/store/milestone/list'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { type Hit, looksAt, type SignalKind } from '../hit'
import { firstListings } from './firstListings'

const numbers = z.object({
  milestone: z.string(),
  topic: z.string(),
  state: z.enum(['due', 'late']),
  promised: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
})
type MilestoneNumbers = z.infer<typeof numbers>

/** The days (UTC) on which a milestone that had not shipped came into its window and left it, by state. Throws a RangeError for a window of no known form. */
export function milestoneDays({
  promised,
  shippedOn,
}: Pick<StoredMilestone, 'promised' | 'shippedOn'>): { readonly state: 'due' | 'late'; readonly day: string }[] {
  if (promised === null) return []
  const { start, end } = promisedWindow(promised)
  const days = [
    { state: 'due' as const, day: start },
    { state: 'late' as const, day: addDays(end, 1) },
  ]
  return days.filter(({ state, day }) => milestoneState({ promised, shippedOn, today: day }) === state)
}

/** A promised product is due, or late. */
export const milestone: SignalKind<'milestone', MilestoneNumbers> = {
  kind: 'milestone',
  numbers,
  evaluate: async (reads, { states }: ParametersOf<'milestone'>, scope) => {
    const [milestones, listingOf] = await Promise.all([reads.milestones(), firstListings(reads)])
    return milestones.flatMap(({ slug, topic, promised, shippedOn, sourceName }): Hit<MilestoneNumbers>[] => {
      const symbol = listingOf(topic)
      if (promised === null || !looksAt(scope, symbol)) return []
      const { start, end } = promisedWindow(promised)
      return milestoneDays({ promised, shippedOn })
        .filter(({ state }) => states.includes(state))
        .map(({ state, day }) => ({
          cause: `${slug} ${state} ${promised}`,
          symbol,
          session: null,
          knownAt: new Date(`${day}T00:00:00Z`),
          numbers: { milestone: slug, topic, state, promised, from: start, to: end, source: sourceName },
        }))
    })
  },
  tell: ({ milestone: slug, state, promised, from, to }, names) => {
    const title = names.milestone(slug)
    return state === 'due'
      ? {
          en: `${title.en} is due: it was promised for ${promised} (${from} to ${to}).`,
          zh: `${title.zh}进入承诺的窗口：承诺于${promised}（${from}至${to}）推出。`,
        }
      : {
          en: `${title.en} is late: promised for ${promised}, its window ended on ${to} and no day of launch is known here.`,
          zh: `${title.zh}已逾期：承诺于${promised}推出，窗口止于${to}，此处不知其推出之日。`,
        }
  },
  describe: ({ states }) => ({
    en: `the promised window of a milestone ${states.map((state) => ({ due: 'begins', late: 'ends without it' })[state]).join(' or ')}`,
    zh: `里程碑的承诺窗口${states.map((state) => ({ due: '开始', late: '结束而未推出' })[state]).join('或')}`,
  }),
}
