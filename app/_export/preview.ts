import type { Metadata } from 'next'
import { pictureSizes } from '@/app/_picture/look'
import { decodedSegment, hrefWith, viewAs } from '@/app/_ui/url'
import type { RequestView } from '@/app/_ui/view'
import type { Language } from '@/lib/api/language'
import { isViewPath } from './paths'

interface PreviewInput {
  readonly view: RequestView | null
  /** Scheme, host and port of the site. */
  readonly origin: string
  readonly language: Language
  readonly product: string
}

/** What a link to a page shows of itself elsewhere: the picture of the view in its language. Title and description are the page’s. */
export function previewOf({ view, origin, language, product }: PreviewInput): Metadata {
  if (view === null || !isViewPath(decodedSegment(view.path))) return {}
  const { width, height } = pictureSizes.card
  const picture = viewAs(view.path, { ...view.query, lang: language, size: 'card', theme: undefined }, 'png')
  const images = [{ url: `${origin}${picture}`, width, height, type: 'image/png' }]
  const url = `${origin}${hrefWith(view.path, view.query, {})}`
  return {
    openGraph: { type: 'website', siteName: product, locale: language === 'zh' ? 'zh_CN' : 'en_GB', url, images },
    twitter: { card: 'summary_large_image', images },
  }
}
