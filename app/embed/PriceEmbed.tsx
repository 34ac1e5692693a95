import { notFound } from 'next/navigation'
import type { View } from '@/app/_export/view'
import { PriceChart } from '@/app/_ui/chart/PriceChart'
import { readLanguage } from '@/app/_ui/i18n/request'
import type { Query } from '@/app/_ui/url'
import { Problem } from '@/lib/api/problem/problem'
import { EmbedFrame } from './EmbedFrame'

/** Goes to the page that says that there is none where a name is not known; everything else is thrown on. */
function missing(error: unknown): never {
  if (error instanceof Problem && error.status === 404) notFound()
  throw error
}

interface PriceEmbedProps {
  readonly open: View
  readonly names?: readonly string[]
  readonly searchParams: Promise<Query>
}

/** The price chart of a view, for the page of another site. */
export async function PriceEmbed({ open, names = [], searchParams }: PriceEmbedProps) {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const view = await open({ query, language, now: new Date() }, ...names).catch(missing)
  const { path, moment, problems, chart } = view
  if (!chart) throw new Error(`${path} has no price chart`)
  const { title, note, foot, data } = chart
  return (
    <EmbedFrame {...{ title, note, foot, path, query, moment, problems }}>
      <PriceChart {...data} label={title} className="min-h-40 grow" />
    </EmbedFrame>
  )
}
