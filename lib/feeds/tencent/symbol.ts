/**
 * Whether it is a symbol this feed is asked for: `sh688256`, `sz300750`, `hk00700`, `hkHSI`. Its American ones need a
 * suffix of their exchange and are not used.
 */
export function isTencentSymbol(symbol: string): boolean {
  return /^(sh|sz)\d{6}$|^hk(\d{5}|[A-Z]{3,8})$/.test(symbol)
}

export const isHongKong = (symbol: string) => symbol.startsWith('hk')

/**
 * Shares to one unit of volume. Shares of Shanghai's STAR market (688, 689) and of Hong Kong are counted one by one,
 * all others of the mainland in lots of 100. Indices are in
 * lots as well, the STAR 50 too: counted in shares, its 17,429,025 of 2025-09-18 would be little more than what
 * Cambricon alone traded that day.
 * Source: akfamily/akshare pull request 7328 and ZhuLinsen/daily_stock_analysis issue 2350, both measured against
 * counts in shares.
 */
export function lotOf(symbol: string): number {
  return isHongKong(symbol) || symbol.startsWith('sh68') ? 1 : 100
}

/**
 * Whether it is an index of the mainland. Their levels come with two places that count and a zero, where their provider
 * has three.
 */
export const isMainlandIndex = (symbol: string) => /^(sh000|sz399)/.test(symbol)
