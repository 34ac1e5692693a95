import type { Metadata } from 'next'
import Link from 'next/link'
import { deskHeldRow } from '@/app/_data/desk'
import { CandidatePreview } from '@/app/_desk/CandidatePreview'
import { figuresOf } from '@/app/_desk/edits'
import { RatioForm } from '@/app/_desk/RatioForm'
import { ReleaseForm } from '@/app/_desk/ReleaseForm'
import { Badge } from '@/app/_ui/Badge'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { candidatesTexts } from '@/app/_ui/messages/candidates'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { Panel } from '@/app/_ui/Panel'
import { Empty } from '@/app/_ui/states/Empty'
import { hrefWith, type Query } from '@/app/_ui/url'
import { gate } from '../../gate'
import { Figures, Neighbours } from './Neighbours'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: quarantineTexts[await readLanguage()].title }
}

interface HeldPageProps {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Query>
}

export default async function HeldPage({ params, searchParams }: HeldPageProps) {
  const [{ id }, query] = [await params, await searchParams]
  const shut = await gate('admin', hrefWith(`/admin/quarantine/${encodeURIComponent(id)}`, query, {}))
  if (shut) return shut
  const language = await readLanguage()
  const [texts, { moment }] = [quarantineTexts[language], formats[language]]
  const data = await deskHeldRow(id, query)
  const back = (
    <Link href="/admin/quarantine" className="link" prefetch={false}>
      {texts.back}
    </Link>
  )
  if (data === null) return <Empty text={texts.noneOfFilter}>{back}</Empty>
  const { row, preview, why } = data
  const { detail } = texts
  const figures = figuresOf(row)
  const asked = {
    ratio: preview ? `${preview.numerator}/${preview.denominator}` : figures.ratio,
    exDate: preview?.exDate ?? figures.exDate,
  }
  const facts = [
    [detail.feed, inLanguage(language, row.feedName, row.feedNameZh)],
    [detail.at, moment(row.heldAt)],
    [detail.why, row.reason],
    ...(row.closedAt === null ? [] : [[detail.closed, detail.by(row.closedBy ?? '', moment(row.closedAt))]]),
  ]
  return (
    <div className="space-y-4">
      <div>
        <p className="text-small">{back}</p>
        <h1 className="wrap-anywhere flex flex-wrap items-baseline gap-x-3 font-semibold text-title tracking-tight">
          <span className="inline-block first-letter:uppercase">
            {texts.kinds[row.entity]} {row.key} {row.listing}
          </span>
          <Badge tone={row.state === 'held' ? 'warn' : 'plain'}>{texts.states[row.state]}</Badge>
        </h1>
      </div>
      <Panel title={detail.held}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-4 pb-2">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-faint">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        <details className="px-4 pb-3">
          <summary className="cursor-pointer text-small text-soft">{detail.payload}</summary>
          <pre className="wrap-anywhere mt-1 whitespace-pre-wrap rounded bg-well p-2 font-mono text-small">
            {JSON.stringify(row.payload, null, 2)}
          </pre>
        </details>
      </Panel>
      {row.state === 'held' && (
        <Panel title={detail.answer}>
          <div className="px-4 pb-4">
            <ReleaseForm
              key={`${asked.ratio} ${asked.exDate}`}
              row={row}
              figures={figures}
              start={row.entity === 'action' ? asked : figures}
            />
          </div>
        </Panel>
      )}
      {row.entity === 'bar' && <Neighbours row={row} />}
      {(row.entity === 'revenue' || row.entity === 'shares') && <Figures row={row} />}
      {row.entity === 'action' && row.state === 'held' && row.release && (
        <Panel
          title={candidatesTexts[language].preview}
          note={why}
          aside={<RatioForm id={row.id} ratio={asked.ratio ?? ''} exDate={asked.exDate ?? ''} />}
        >
          {preview && <CandidatePreview preview={preview} />}
        </Panel>
      )}
    </div>
  )
}
