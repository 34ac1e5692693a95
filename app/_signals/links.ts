import { hrefWith } from '@/app/_ui/url'
import type { HitView } from '@/lib/api/signals/schema'

/** The page of what a signal is of, at the moment a page is set to; a milestone is a place on the roadmap. */
export function aboutHref({ kind, slug }: NonNullable<HitView['about']>, asOf: string | null): string {
  if (kind === 'milestone') return `${hrefWith('/roadmap', {}, { asOf })}#${encodeURIComponent(slug)}`
  return hrefWith(`/${kind}s/${encodeURIComponent(slug)}`, {}, { asOf })
}

/** The day a signal stands under: its session, else the UTC day from which it could be known. */
export function dayOfSignal({ session, knownAt }: Pick<HitView, 'session' | 'knownAt'>): string {
  return session ?? knownAt.slice(0, 10)
}
