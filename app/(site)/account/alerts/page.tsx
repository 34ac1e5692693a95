import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { member } from '@/app/_data/account'
import { alertsData } from '@/app/_data/alerts'
import { readLanguage } from '@/app/_ui/i18n/request'
import { alertsTexts } from '@/app/_ui/messages/alerts'
import { Panel } from '@/app/_ui/Panel'
import { AlertTable } from './AlertTable'
import { DeliveryTable } from './DeliveryTable'
import { NewAlert } from './NewAlert'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: alertsTexts[await readLanguage()].title, robots: { index: false } }
}

export default async function AlertsPage() {
  const [language, who] = await Promise.all([readLanguage(), member()])
  if (who === null) redirect('/sign-in?next=/account/alerts')
  const texts = alertsTexts[language]
  const { alerts, choices, deliveries } = await alertsData(who.userId)
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
      </div>
      <Panel title={texts.list.title}>
        {alerts.length === 0 ? (
          <p className="px-4 pb-4 text-soft">{texts.list.none}</p>
        ) : (
          <AlertTable alerts={alerts} choices={choices} />
        )}
      </Panel>
      <Panel title={texts.form.add}>
        <div className="px-4 pb-4">
          <NewAlert choices={choices} />
        </div>
      </Panel>
      <Panel title={texts.deliveries.title} note={texts.deliveries.note}>
        {deliveries.length === 0 ? (
          <p className="px-4 pb-4 text-soft">{texts.deliveries.none}</p>
        ) : (
          <DeliveryTable deliveries={deliveries} />
        )}
      </Panel>
    </div>
  )
}
