import type { ReactNode } from 'react'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { useMissingText } from '@/app/_ui/missing'
import { Notice } from '@/app/_ui/Notice'
import { PointInTimeBanner } from '@/app/_ui/PointInTime'
import { Empty } from '@/app/_ui/states/Empty'
import { Failure } from '@/app/_ui/states/Failure'
import { RowsSkeleton } from '@/app/_ui/states/Skeleton'
import { Stale } from '@/app/_ui/states/Stale'
import { StatusLine } from '@/app/_ui/states/StatusLine'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { MissingView } from '@/lib/api/missing/view'

const at = '2025-09-18T07:00:00Z'

const unasked = { askedFeeds: [], nullFeeds: [], seenAt: null, askedAt: null }
const missing: MissingView['items'] = [
  { session: '2025-06-03', state: 'permanent', reason: 'halt', ...unasked },
  { session: '2025-06-04', state: 'permanent', reason: 'halt', ...unasked },
  { session: '2025-09-17', state: 'open', reason: null, ...unasked },
]

function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="min-w-0">
      <h3 className="pb-1.5 text-faint text-small">{name}</h3>
      {children}
    </section>
  )
}

/** What a page can be in besides whole: each as the pages show it. */
export function StatesSection() {
  const { states: texts } = useTexts(galleryTexts)
  const { unknownUrl } = useTexts(commonTexts)
  const { moment } = useFormat()
  const missingText = useMissingText()
  return (
    <section aria-label={texts.title}>
      <h2 className="pb-2 font-semibold text-lead tracking-tight">{texts.title}</h2>
      <div className="grid grid-cols-1 items-start gap-x-4 gap-y-6 md:grid-cols-2">
        <State name={texts.loading}>
          <div className="panel py-1">
            <RowsSkeleton label={texts.loading} rows={3} />
          </div>
        </State>
        <State name={texts.leaving}>
          <div className="panel relative h-12">
            <div className="progress" />
          </div>
        </State>
        <State name={texts.empty}>
          <div className="panel">
            <Empty text={texts.emptyText}>
              <a className="link" href="/events">
                {texts.emptyWay}
              </a>
            </Empty>
          </div>
        </State>
        <State name={texts.refused}>
          <div className="panel px-4 py-3">
            <VerdictBadge of="study" verdict="cannot-be-decided" />
            <p className="mt-2 text-lead">{texts.refusedText}</p>
          </div>
        </State>
        <State name={texts.stale}>
          <Stale at={at} />
        </State>
        <State name={texts.feedDown}>
          <StatusLine tone="bad">{texts.feedDownText('Yahoo Finance', moment(at))}</StatusLine>
        </State>
        <State name={texts.gap}>
          <StatusLine tone="plain">
            {texts.gapText} {missingText({ items: missing })}
          </StatusLine>
        </State>
        <State name={texts.wrong}>
          <StatusLine>{texts.wrongText}</StatusLine>
        </State>
        <State name={texts.pointInTime}>
          <PointInTimeBanner path="/gallery" query={{}} at={new Date(at)} asOf="2025-09-18" problem={null} />
          <PointInTimeBanner
            path="/gallery"
            query={{}}
            at={new Date(at)}
            asOf={null}
            problem={{ kind: 'wrong', text: 'soon' }}
          />
        </State>
        <State name={texts.unknown}>
          <Notice title={unknownUrl.title} text={unknownUrl.text} heading="h3">
            <a className="link" href="/">
              {unknownUrl.back}
            </a>
          </Notice>
        </State>
        <State name={texts.failure}>
          <Failure digest="2183904417" heading="h3" />
        </State>
      </div>
    </section>
  )
}
