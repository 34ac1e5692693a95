import Link from 'next/link'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { hrefWith, type Query } from '@/app/_ui/url'

interface PagesProps {
  readonly path: string
  readonly query: Query
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** The ways to the pages before and after; nothing when there is one alone. */
export function Pages({ path, query, page, pages }: PagesProps) {
  const texts = useTexts(thingTexts)
  if (pages === 1) return null
  const href = (to: number) => hrefWith(path, query, { page: to === 1 ? null : String(to) })
  return (
    <nav className="flex flex-wrap gap-4">
      {page > 1 && (
        <Link href={href(page - 1)} className="link" prefetch={false}>
          {texts.newer}
        </Link>
      )}
      <span className="text-faint">{texts.page(page, pages)}</span>
      {page < pages && (
        <Link href={href(page + 1)} className="link" prefetch={false}>
          {texts.older}
        </Link>
      )}
    </nav>
  )
}
