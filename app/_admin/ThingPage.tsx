import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { StatusLine } from '@/app/_ui/states/StatusLine'
import type { AuditedEntity } from '@/lib/store/audit/command'
import type { Status } from '@/lib/store/input'
import { Head } from './Head'
import { History } from './History'
import { StateActions } from './StateActions'
import { StateBadge } from './StateBadge'

interface ThingPageProps {
  readonly title: string
  /** Its list among the admin pages. */
  readonly list: string
  /** What is stored of it; null for a new one. */
  readonly thing: {
    readonly entity: AuditedEntity
    readonly slug: string
    readonly version: number
    readonly status: Status
    readonly managedBy: string | null
    /** Of the API. */
    readonly path: string
    /** Where readers find it, or annotators alone; null where it is nowhere to be seen. */
    readonly page: string | null
  } | null
  /** Its form. */
  readonly children: ReactNode
}

/** The page of one thing: its state with the ways to another, its form, and what was done to it. What a file owns is only shown. */
export function ThingPage({ title, list, thing, children }: ThingPageProps) {
  const texts = useTexts(thingTexts)
  const file = thing?.managedBy ?? null
  return (
    <div className="mx-auto max-w-4xl space-y-4">
      <Head
        title={title}
        lead={
          <span className="flex flex-wrap items-baseline gap-x-3">
            <Link href={list} prefetch={false} className="link">
              {texts.back}
            </Link>
            {thing && (
              <>
                {thing.page && (
                  <Link href={thing.page} prefetch={false} className="link">
                    {texts.public}
                  </Link>
                )}
                <StateBadge status={thing.status} />
              </>
            )}
          </span>
        }
      >
        {thing && file === null && <StateActions path={thing.path} version={thing.version} status={thing.status} />}
      </Head>
      {file !== null && <StatusLine tone="plain">{texts.managed(file)}</StatusLine>}
      {/* Nothing in a form that is shut can be filled in or sent. */}
      <fieldset disabled={file !== null} className="panel min-w-0 p-4">
        {children}
      </fieldset>
      {thing && <History entity={thing.entity} slug={thing.slug} />}
    </div>
  )
}
