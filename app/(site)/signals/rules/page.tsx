import type { Metadata } from 'next'
import Link from 'next/link'
import { rulesData } from '@/app/_data/rules'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { Panel } from '@/app/_ui/Panel'
import type { Query } from '@/app/_ui/url'
import { BacktestPanel } from './BacktestPanel'
import { path, RuleTable } from './RuleTable'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { rules, title } = signalsTexts[await readLanguage()]
  return { title: `${rules.title} · ${title}` }
}

export default async function RulesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const { rules: texts, filter } = signalsTexts[language]
  const { items, rule, wrong, backtest } = await rulesData(query, new Date())
  return (
    <div className="space-y-4">
      {wrong.map(({ name, value }) => (
        <p key={name} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {filter.wrong(name, value, filter.expected[name])}
        </p>
      ))}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="max-w-prose text-lead text-soft">
            {texts.lead}{' '}
            <Link href="/signals" prefetch={false} className="link">
              {texts.toSignals}
            </Link>
          </p>
        </div>
        <ViewActions {...{ path, query }} />
      </div>
      <Panel title={texts.list} note={texts.listNote}>
        <RuleTable items={items} chosen={rule?.slug ?? null} />
      </Panel>
      {rule && backtest && <BacktestPanel rule={rule} backtest={backtest} />}
    </div>
  )
}
