import type { Metadata } from 'next'
import { readLanguage } from '@/app/_ui/i18n/request'
import { importTexts } from '@/app/_ui/messages/import'
import { bulkNames } from '@/lib/api/bulk/kinds'
import { gate } from '../gate'
import { Exports } from './Exports'
import { Import } from './Import'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: importTexts[await readLanguage()].title }
}

export default async function ImportPage() {
  const shut = await gate('annotate', '/admin/import')
  if (shut) return shut
  const texts = importTexts[await readLanguage()]
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
      </div>
      <Import names={bulkNames} />
      <Exports names={bulkNames} />
    </div>
  )
}
