import Link from 'next/link'
import { pageStore } from '@/app/_data/store'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Notice } from '@/app/_ui/Notice'
import { listingHref } from '@/app/_ui/url'
import { listingsView } from '@/lib/api/listings/view'

export default async function ListingNotFound() {
  const language = await readLanguage()
  const { title, text } = listingTexts[language].missing
  const { items } = await listingsView(pageStore(), new Date())
  return (
    <Notice title={title} text={text}>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {items.map(({ symbol, name, nameZh }) => (
          <li key={symbol}>
            <Link href={listingHref(symbol)} prefetch={false} className="link">
              {symbol}
            </Link>{' '}
            <span className="text-soft">{inLanguage(language, name, nameZh)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
