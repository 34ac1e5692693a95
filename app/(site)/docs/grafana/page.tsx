import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { dashboardDays, grafanaQueries } from '@/app/_data/grafana'
import { siteOrigin } from '@/app/_data/origin'
import { readLanguage } from '@/app/_ui/i18n/request'
import { docsTexts } from '@/app/_ui/messages/docs'
import { Panel } from '@/app/_ui/Panel'
import { Code } from '../Code'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: docsTexts[await readLanguage()].grafana.title }
}

function scrapeConfig(origin: string): string {
  const { host, protocol } = new URL(origin)
  return [
    'scrape_configs:',
    '  - job_name: tidemark',
    `    scheme: ${protocol.replace(':', '')}`,
    '    authorization:',
    '      credentials: YOUR_METRICS_TOKEN',
    '    static_configs:',
    `      - targets: ['${host}']`,
  ].join('\n')
}

export default async function GrafanaDocsPage() {
  const [language, sent] = await Promise.all([readLanguage(), headers()])
  const texts = docsTexts[language].grafana
  const origin = siteOrigin(sent.get('host'))
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
        <p className="max-w-prose break-words text-faint text-small">
          {texts.range(dashboardDays.from, dashboardDays.to)}
        </p>
      </div>
      <Panel title={texts.source.title}>
        <div className="space-y-2 px-4 pb-3">
          <p className="max-w-prose text-soft">{texts.source.text}</p>
          <Code label={texts.url} text={origin} />
        </div>
      </Panel>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {grafanaQueries.map(({ name, path, selector }) => (
          <Panel key={name} title={texts[name].title}>
            <div className="space-y-2 px-4 pb-3">
              <p className="max-w-prose text-soft">{texts[name].text}</p>
              <Code label={texts.url} text={`${origin}${path}`} url />
              {selector !== null && <Code label={texts.selector} text={selector} />}
            </div>
          </Panel>
        ))}
        <Panel title={texts.metrics.title}>
          <div className="space-y-2 px-4 pb-3">
            <p className="max-w-prose text-soft">{texts.metrics.text}</p>
            <Code label={texts.config} text={scrapeConfig(origin)} />
          </div>
        </Panel>
      </div>
    </div>
  )
}
