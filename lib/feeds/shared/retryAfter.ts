/**
 * Milliseconds a `Retry-After` header asks for: whole seconds, or an HTTP date seen from `now` (RFC 9110, 10.2.3).
 * A date in the past is 0. Null without a header and for what is neither.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Za-z]{3,9}, /.test(text)) return null
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : Math.max(0, moment - now.getTime())
}
