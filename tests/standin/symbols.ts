/**
 * What the Chinese feeds call a listing of Yahoo's symbol: `688256.SS` is `sh688256` and `1.688256`, `0700.HK` is
 * `hk00700` and `116.00700`.
 */
export function tencentSymbol(symbol: string): string | null {
  const [, code, suffix] = /^(\w+)\.(SS|SZ|HK)$/.exec(symbol) ?? []
  if (code === undefined) return null
  return suffix === 'HK' ? `hk${code.padStart(5, '0')}` : `${suffix === 'SS' ? 'sh' : 'sz'}${code}`
}

/** Eastmoney's symbols of a listing; an American one is found under each of the three markets. */
export function eastmoneySymbols(symbol: string): string[] {
  const [, code, suffix] = /^(\w+)\.(SS|SZ|HK)$/.exec(symbol) ?? []
  if (code !== undefined) {
    return [suffix === 'HK' ? `116.${code.padStart(5, '0')}` : `${suffix === 'SS' ? 1 : 0}.${code}`]
  }
  return /^\w+$/.test(symbol) ? [105, 106, 107].map((market) => `${market}.${symbol}`) : []
}
