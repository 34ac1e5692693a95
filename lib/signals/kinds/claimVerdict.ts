import { z } from 'zod'
import type { StoredClaim } from '@/lib/store/claim/list'
import { type ClaimVerdict, claimVerdicts } from '@/lib/studies/claims/result'
import { type Hit, looksAt, type SignalKind } from '../hit'
import type { SignalReads } from '../reads'
import { firstListings } from './firstListings'

const numbers = z.object({
  claim: z.string(),
  verdict: z.enum(claimVerdicts),
  /** What was told before; null for the first verdict. */
  from: z.enum(claimVerdicts).nullable(),
  feeds: z.array(z.string()),
})
type ClaimNumbers = z.infer<typeof numbers>

const words: Readonly<Record<ClaimVerdict, { readonly en: string; readonly zh: string }>> = {
  holds: { en: 'holds', zh: '成立' },
  'holds-within-rounding': { en: 'holds within rounding', zh: '在舍入误差内成立' },
  'depends-on-the-dates': { en: 'depends on the dates', zh: '取决于起止日期' },
  'does-not-hold': { en: 'does not hold', zh: '不成立' },
  'contradicts-itself': { en: 'contradicts itself', zh: '自相矛盾' },
  'not-checkable': { en: 'not checkable', zh: '无法核实' },
}

/** The end of the day (UTC) a claim was stated: what could be known then decides, so that nothing earlier is told. */
const decidedAt = ({ statedOn }: StoredClaim) => new Date(`${statedOn}T23:59:59.999Z`)

/** The listing a claim speaks of, as its parameters name it or the company of its revenue. */
function symbolOf({ parameters }: StoredClaim, listingOf: (topic: string) => string | null): string | null {
  const { listing, topic, revenue } = (parameters ?? {}) as Readonly<Record<string, unknown>>
  if (typeof listing === 'string') return listing
  const named = topic ?? (revenue as { topic?: unknown } | undefined)?.topic
  return typeof named === 'string' ? listingOf(named) : null
}

async function toldBefore(reads: SignalReads, ruleId: number | null) {
  const told = new Map<string, { readonly verdict: ClaimVerdict; readonly count: number }>()
  for (const row of ruleId === null ? [] : await reads.told(ruleId)) {
    const parsed = numbers.safeParse(row)
    if (!parsed.success) continue
    const { claim, verdict } = parsed.data
    told.set(claim, { verdict, count: (told.get(claim)?.count ?? 0) + 1 })
  }
  return told
}

/** A claim has a verdict, or another one than before: a figure it rests on was corrected, or came to be stored. */
export const claimVerdict: SignalKind<'claim-verdict', ClaimNumbers> = {
  kind: 'claim-verdict',
  numbers,
  evaluate: async (reads, _, scope) => {
    const [claims, listingOf, told] = await Promise.all([
      reads.claims(),
      firstListings(reads),
      toldBefore(reads, scope.ruleId),
    ])
    const known = (await reads.listings()).map(({ symbol }) => symbol)
    const hits = await Promise.all(
      claims.map(async (claim): Promise<Hit<ClaimNumbers>[]> => {
        const named = symbolOf(claim, listingOf)
        const symbol = named !== null && known.includes(named) ? named : null
        const at = decidedAt(claim)
        // A day that is none never ends.
        if (!(at <= reads.asOf) || !looksAt(scope, symbol)) return []
        const { verdict, inputs } = await reads.judgement(claim)
        const before = told.get(claim.slug)
        if (before?.verdict === verdict) return []
        const feeds = [...new Set(inputs.flatMap(({ feed }) => (feed === null ? [] : [feed])))]
        return [
          {
            cause: `${claim.slug} ${(before?.count ?? 0) + 1}`,
            symbol,
            session: null,
            knownAt: before === undefined ? at : reads.asOf,
            numbers: { claim: claim.slug, verdict, from: before?.verdict ?? null, feeds },
          },
        ]
      }),
    )
    return hits.flat()
  },
  tell: ({ claim, verdict, from }, names) => {
    const statement = names.claim(claim)
    const now = words[verdict]
    return from === null
      ? { en: `“${statement.en}”: ${now.en}.`, zh: `“${statement.zh}”：${now.zh}。` }
      : {
          en: `“${statement.en}”: ${now.en}; before it was: ${words[from].en}.`,
          zh: `“${statement.zh}”：${now.zh}；此前为：${words[from].zh}。`,
        }
  },
  describe: () => ({
    en: 'a claim is given its first verdict, or another one than before',
    zh: '论断首次得到结论，或结论改变',
  }),
}
