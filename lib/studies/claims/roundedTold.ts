import type { ClaimVerdict, Told } from './result'

/** How a sentence on a computed figure ends: whether it comes to what was said. */
export function roundedTold(verdict: ClaimVerdict, said: Told): Told {
  if (verdict === 'holds') return { en: `, exactly ${said.en}.`, zh: `，正好是${said.zh}。` }
  if (verdict === 'holds-within-rounding')
    return { en: `, which rounds to ${said.en}.`, zh: `，四舍五入即${said.zh}。` }
  return { en: `, which does not round to ${said.en}.`, zh: `，四舍五入并非${said.zh}。` }
}
