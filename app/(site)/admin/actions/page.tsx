import type { Metadata } from 'next'
import Link from 'next/link'
import { type CandidateData, deskCandidates } from '@/app/_data/desk'
import { CandidatePreview } from '@/app/_desk/CandidatePreview'
import { figuresOf } from '@/app/_desk/edits'
import { Head } from '@/app/_desk/Head'
import { ReleaseForm } from '@/app/_desk/ReleaseForm'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { candidatesTexts } from '@/app/_ui/messages/candidates'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { Panel } from '@/app/_ui/Panel'
import { Empty } from '@/app/_ui/states/Empty'
import { gate } from '../gate'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: candidatesTexts[await readLanguage()].title }
}

async function Candidate({ data: { row, preview, why } }: { data: CandidateData }) {
  const texts = candidatesTexts[await readLanguage()]
  const figures = figuresOf(row)
  const start = preview ? { ratio: `${preview.numerator}/${preview.denominator}`, exDate: preview.exDate } : figures
  const details = (
    <Link href={`/admin/quarantine/${row.id}`} className="link text-small" prefetch={false}>
      {texts.look}
    </Link>
  )
  return (
    <Panel title={`${row.listing ?? ''} ${row.key}`.trim()} note={why ?? row.reason} aside={details}>
      {preview && <CandidatePreview preview={preview} />}
      <div className="border-line border-t px-4 py-3">
        <ReleaseForm row={row} figures={figures} start={start} />
      </div>
    </Panel>
  )
}

export default async function CandidatesPage() {
  const shut = await gate('admin', '/admin/actions')
  if (shut) return shut
  const language = await readLanguage()
  const [texts, { states, detail }, { moment }] = [
    candidatesTexts[language],
    quarantineTexts[language],
    formats[language],
  ]
  const { candidates, decided } = await deskCandidates()
  return (
    <div className="space-y-4">
      <Head title={texts.title} lead={texts.lead} />
      {candidates.length === 0 && (
        <div className="panel">
          <Empty text={texts.none} />
        </div>
      )}
      {candidates.map((data) => (
        <Candidate key={data.row.id} data={data} />
      ))}
      {decided.length > 0 && (
        <Panel title={texts.decided}>
          <ul className="divide-y divide-line border-line border-t">
            {decided.map((row) => (
              <li key={row.id} className="flex flex-wrap gap-x-4 px-4 py-2">
                <Link href={`/admin/quarantine/${row.id}`} className="link" prefetch={false}>
                  {row.listing} {row.key}
                </Link>
                <span className="text-soft">
                  {states[row.state]}, {row.closedAt && detail.by(row.closedBy ?? '', moment(row.closedAt))}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}
