/** Revenue summed over the named quarters of a topic. */
type RevenueSum = {
  readonly topic: string
  readonly quarters: readonly string[]
}

/** A figure as it was said: it holds when the computed one, in `unit`, rounds to it at `decimals` places. */
type Said = {
  readonly said: string
  readonly unit: string
  readonly decimals: number
}

/** "+500%" is `percent-more` (times six), "500% of" is `percent-of` (times five); "five-fold" can be `times` or `times-more`. */
type GrowthReading = 'percent-more' | 'percent-of' | 'times' | 'times-more'

/** Which arithmetic judges a claim, with everything it needs. Plain JSON: it is stored as such. */
export type ClaimJudgement =
  | {
      readonly kind: 'price-change'
      readonly parameters: {
        readonly listing: string
        readonly price: 'close'
        readonly adjust: 'split'
        /** From the last session on or before the same date this many years earlier. */
        readonly years: number
        readonly reading: GrowthReading
        /** `from` or more, under `below`, in the unit of the reading. */
        readonly range: { readonly from: number; readonly below: number }
        readonly endDates: readonly string[]
        /** The last `count` sessions up to `last`, as the possible ends of the year. */
        readonly ends: { readonly last: string; readonly count: number }
      }
    }
  | { readonly kind: 'level'; readonly parameters: { readonly revenue: RevenueSum; readonly currency: string } & Said }
  | {
      readonly kind: 'growth'
      readonly parameters: {
        readonly revenue: RevenueSum
        readonly before: RevenueSum
        readonly reading: GrowthReading
      } & Said
    }
  | {
      readonly kind: 'conversion'
      readonly parameters: {
        readonly revenue: RevenueSum
        readonly from: string
        readonly to: string
        /** The cross is taken through this base currency's rates. */
        readonly base: string
        readonly dates: readonly string[]
      } & Said
    }
  | {
      readonly kind: 'record'
      readonly parameters: RevenueSum & {
        readonly since: string
        /** The first quarter that a record since then has to beat. */
        readonly needsFrom: string
      }
    }
  | {
      readonly kind: 'response'
      readonly parameters: {
        readonly event: string
        readonly listing: string
        readonly direction: 'fall' | 'rise'
      }
    }
  | {
      readonly kind: 'interval'
      readonly parameters: { readonly fromEvent: string; readonly toEvent: string; readonly atMostDays: number }
    }
  | {
      readonly kind: 'arithmetic'
      readonly parameters: {
        /** `part` as a share of each of `wholes`, against the share that was said. */
        readonly part: number
        readonly wholes: readonly number[]
        readonly saidShare: { readonly numerator: number; readonly denominator: number }
      }
    }
  | {
      readonly kind: 'not-checkable'
      /** What it would take, as it follows "it would take". */
      readonly parameters: { readonly needs: string; readonly needsZh: string }
    }

export type ClaimKind = ClaimJudgement['kind']

/** A statement of the article. Its verdict is no data: it is computed from the store. */
export type SeedClaim = ClaimJudgement & {
  readonly slug: string
  readonly statement: string
  readonly statementZh: string
  readonly statedOn: string
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly position: number
}

/** A claim before its place in the list and the article's own particulars are added. */
export type ClaimDraft = ClaimJudgement & Pick<SeedClaim, 'slug' | 'statement' | 'statementZh'>
