import { formatMoment } from './format/date'
import { common } from './messages/common'

/** Where a figure comes from, as the views give it. */
export interface FigureSource {
  readonly feed: string | null
  readonly name: string
  readonly bundled: boolean
}

/** `bundled, to 2026-07-22` until a feed has brought something newer, then the feed's name. */
export function sourceText(source: FigureSource | null, lastSession: string | null): string {
  if (!source) return common.age.empty
  return source.bundled && lastSession ? common.bundled(lastSession) : source.name
}

/** The line a figure shows on hover: source, the moment it speaks of, the moment it was fetched. */
export function sourceTitle(of: {
  source: FigureSource | null
  lastSession: string | null
  asOf: string | null
  fetchedAt: string | null
}): string {
  const parts = [`Source: ${sourceText(of.source, of.lastSession)}`]
  if (of.asOf) parts.push(`as of ${formatMoment(of.asOf)}`)
  if (of.fetchedAt) parts.push(`${of.source?.bundled ? 'stored' : 'fetched'} ${formatMoment(of.fetchedAt)}`)
  return parts.join(' · ')
}
