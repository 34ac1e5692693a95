import { useFormat } from './format/useFormat'
import { useTexts } from './i18n/texts'
import { commonTexts } from './messages/common'

/** Where a figure comes from, as the views give it. */
export interface FigureSource {
  readonly feed: string | null
  readonly name: string
  readonly bundled: boolean
}

/** What the line that a figure shows on hover is made of; moments are ISO in UTC. */
export interface SourceOf {
  readonly source: FigureSource | null
  readonly lastSession: string | null
  readonly asOf: string | null
  readonly fetchedAt: string | null
}

/**
 * The source of a figure in words. `text`: `bundled, to 2026-07-22` until a feed has brought something newer, then the feed's name. `title`: the line a
 * figure shows on hover, with the moment it speaks of and the moment it was fetched.
 */
export function useSource() {
  const common = useTexts(commonTexts)
  const { moment } = useFormat()
  const text = (source: FigureSource | null, lastSession: string | null): string => {
    if (!source) return common.age.empty
    return source.bundled && lastSession ? common.bundled(lastSession) : source.name
  }
  const title = ({ source, lastSession, asOf, fetchedAt }: SourceOf): string => {
    const put = source?.bundled ? common.stored : common.fetched
    return [
      common.source(text(source, lastSession)),
      ...(asOf ? [common.asOfMoment(moment(asOf))] : []),
      ...(fetchedAt ? [put(moment(fetchedAt))] : []),
    ].join(' · ')
  }
  return { text, title }
}
