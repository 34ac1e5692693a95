import { LinkPage, linkMetadata } from '@/app/_ui/account/LinkPage'
import type { Query } from '@/app/_ui/url'

export const dynamic = 'force-dynamic'

export const generateMetadata = () => linkMetadata('reset')

export default function ResetPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <LinkPage kind="reset" searchParams={searchParams} />
}
