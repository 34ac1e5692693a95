import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { Empty } from '@/app/_ui/states/Empty'
import { type Column, TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import { statuses } from '@/lib/store/input'
import { AddLink, Head } from './Head'
import { type ListChoice, ListFilter } from './ListFilter'
import { newKey } from './newKey'

interface ThingListProps {
  /** Its texts. */
  readonly of: 'events' | 'claims' | 'milestones'
  readonly filter: Parameters<typeof ListFilter>[0]['filter']
  /** What else can be chosen beside the state. */
  readonly choices?: readonly ListChoice[]
  readonly count: number
  readonly all: number
  readonly columns: readonly Column[]
  /** A row for each thing found. */
  readonly children: ReactNode
}

/** The page of a list of things in whatever state: filters that end up in the URL, a table, and the way to a new one. */
export function ThingList({ of, filter, choices = [], count, all, columns, children }: ThingListProps) {
  const texts = useTexts(thingTexts)
  const { title, lead, add } = texts[of]
  const path = `/admin/${of}`
  const states = { name: 'state', options: statuses.map((value) => ({ value, text: texts.states[value] })) } as const
  return (
    <div className="space-y-4">
      <Head title={title} lead={lead}>
        <AddLink href={`${path}/${newKey}`} text={add} />
      </Head>
      <ListFilter {...{ path, filter }} count={texts.filter.count(count, all)} choices={[states, ...choices]} />
      <div className="panel">
        {count === 0 ? (
          <Empty text={texts.none} />
        ) : (
          <Wide label={title}>
            <table className="figures" data-testid="things">
              <TableHead columns={columns} />
              <tbody>{children}</tbody>
            </table>
          </Wide>
        )}
      </div>
    </div>
  )
}

interface ThingNameProps {
  readonly list: string
  readonly name: string
  readonly slug: string
  readonly managedBy: string | null
}

/** What a thing is called in its list, as the way to its form; with the file that owns it. */
export function ThingName({ list, name, slug, managedBy }: ThingNameProps) {
  const { managedShort } = useTexts(thingTexts)
  return (
    <>
      <Link href={`${list}/${slug}`} prefetch={false} className="quiet-link font-medium">
        {name}
      </Link>
      <span className="block text-faint text-small">
        {[slug, ...(managedBy ? [managedShort(managedBy)] : [])].join(' · ')}
      </span>
    </>
  )
}
