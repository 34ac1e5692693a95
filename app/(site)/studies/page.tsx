import type { Metadata } from 'next'
import Link from 'next/link'
import { type AcrossChoice, acrossChoices, acrossData } from '@/app/_data/across'
import { formats } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { acrossTexts } from '@/app/_ui/messages/across'
import { commonTexts } from '@/app/_ui/messages/common'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import { GroupTable } from './GroupTable'
import { RowTable } from './RowTable'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: acrossTexts[await readLanguage()].title }
}

const path = '/studies'

export default async function StudiesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const language = await readLanguage()
  const [texts, common] = [acrossTexts[language], commonTexts[language]]
  const query = await searchParams
  const { moment, kind, sort, wrong, view, items } = await acrossData(query, new Date())
  const { kinds, sorts } = texts
  const choice = <Name extends AcrossChoice>(name: Name, value: string, text: string, active: boolean) => ({
    href: hrefWith(path, query, { [name]: value === acrossChoices[name][0] ? null : value }),
    text,
    active,
  })
  return (
    <>
      <PointInTimeBanner path={path} query={query} {...moment} />
      <div className="space-y-4">
        {wrong.map(({ name, value }) => (
          <p key={name} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
            {texts.wrong(name, value, acrossChoices[name].join(common.listSeparator))}
          </p>
        ))}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div>
            <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
            <p className="max-w-prose text-lead text-soft">
              {texts.lead(view.meta.looks)}{' '}
              <Link href={hrefWith('/events', {}, { asOf: moment.asOf })} prefetch={false} className="link">
                {texts.events}
              </Link>
            </p>
          </div>
          <ViewActions path={path} query={query} />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Segmented
            label={kinds.label}
            choices={acrossChoices.kind.map((one) => choice('kind', one, kinds[one], kind === one))}
          />
          <Segmented
            label={sorts.label}
            choices={acrossChoices.sort.map((one) => choice('sort', one, sorts[one], sort === one))}
          />
          <LookBack path={path} query={query} />
        </div>
        <GroupTable groups={view.groups} items={view.items} />
        <RowTable items={items} asOf={moment.asOf} />
        <p className="text-faint text-small">
          {texts.rule} {common.asOfMoment(formats[language].moment(view.meta.asOf))}
        </p>
      </div>
    </>
  )
}
