import { redirect } from 'next/navigation'
import { may, viewer } from '@/app/_data/viewer'
import { gate } from './gate'
import { sections } from './sections'

export const dynamic = 'force-dynamic'

export default async function AdminPage() {
  const who = await viewer()
  const first = sections.find(({ scope }) => may(who, scope))
  if (first) redirect(first.href)
  return gate('annotate', '/admin')
}
