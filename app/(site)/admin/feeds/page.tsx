import type { Metadata } from 'next'
import { deskFeeds } from '@/app/_data/desk'
import { Head } from '@/app/_desk/Head'
import { readLanguage } from '@/app/_ui/i18n/request'
import { adminFeedsTexts } from '@/app/_ui/messages/adminFeeds'
import { gate } from '../gate'
import { FeedPanel } from './FeedPanel'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminFeedsTexts[await readLanguage()].title }
}

export default async function FeedsPage() {
  const shut = await gate('admin', '/admin/feeds')
  if (shut) return shut
  const texts = adminFeedsTexts[await readLanguage()]
  const feeds = await deskFeeds(new Date())
  return (
    <div className="space-y-4">
      <Head title={texts.title} lead={texts.lead} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {feeds.map((feed) => (
          <FeedPanel key={feed.id} feed={feed} />
        ))}
      </div>
    </div>
  )
}
