import type { Decimal } from 'decimal.js'
import { Exact } from '@/lib/analytics/claims/exact'
import type { ParametersOf } from './kinds'
import type { Told } from './result'
import { inUnits, listed, listedZh } from './words'

interface Dated {
  readonly date: string
  readonly value: Decimal
  readonly satisfies: boolean
}

/** What a conversion finds on its dates, and what it would be at the last rate known since (`last`, in whole units of the currency). */
export function conversionTold(
  conversions: readonly Dated[],
  of: {
    readonly parameters: Pick<ParametersOf<'conversion'>, 'said' | 'unit' | 'decimals' | 'to' | 'base'>
    readonly last: { readonly rateDate: string; readonly value: Decimal } | null
  },
): { finding: Told; since: Told | null } {
  const { said, unit, decimals, to, base } = of.parameters
  const amount = (value: Decimal, places: number) => inUnits(value, unit, places, to)
  const meant = amount(new Exact(said), decimals)
  const part = (satisfies: boolean) => {
    const some = conversions.filter((one) => one.satisfies === satisfies)
    if (some.length === 0) return null
    const en = listed(some.map(({ date, value }) => `${amount(value, decimals + 1).en} on ${date}`))
    const zh = listedZh(some.map(({ date, value }) => `${date}为${amount(value, decimals + 1).zh}`))
    return satisfies
      ? { en: `${en}, which rounds to ${meant.en}`, zh: `${zh}，四舍五入即${meant.zh}` }
      : { en: `${en}, which does not round to ${meant.en}`, zh: `${zh}，四舍五入并非${meant.zh}` }
  }
  const parts = [part(true), part(false)].filter((one) => one !== null)
  const later = of.last && amount(of.last.value.div(unit), decimals + 1)
  return {
    finding: {
      en: `At the reference rates against the ${base} it is ${parts.map(({ en }) => en).join('; but ')}.`,
      zh: `按以${base}为基准的参考汇率折算，${parts.map(({ zh }) => zh).join('；但')}。`,
    },
    since: of.last &&
      later && {
        en: `At the last rates stored, of ${of.last.rateDate}, the same sum would be ${later.en}.`,
        zh: `按最近一次记录的汇率（${of.last.rateDate}），同一金额折合${later.zh}。`,
      },
  }
}
