import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { apiDocs } from '@/app/_data/apiDocs'
import { siteOrigin } from '@/app/_data/origin'
import { readLanguage } from '@/app/_ui/i18n/request'
import { docsTexts } from '@/app/_ui/messages/docs'
import { Panel } from '@/app/_ui/Panel'
import { Fields } from './Fields'
import { Operation } from './Operation'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: docsTexts[await readLanguage()].api.title }
}

const idOf = (tag: string) => `group-${tag.toLowerCase().replaceAll(' ', '-')}`

export default async function ApiDocsPage() {
  const [language, sent] = await Promise.all([readLanguage(), headers()])
  const texts = docsTexts[language].api
  const { version, groups, schemas } = apiDocs(siteOrigin(sent.get('host')))
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
        <p className="text-faint text-small">
          {texts.version(version)} {texts.english}{' '}
          <a href="/api/v1/openapi.json" className="link">
            {texts.document}
          </a>
        </p>
      </div>
      <nav aria-label={texts.groupsLabel} className="no-print flex flex-wrap gap-x-4 gap-y-1">
        {groups.map(({ tag }) => (
          <a key={tag} href={`#${idOf(tag)}`} className="link">
            {texts.groups[tag]}
          </a>
        ))}
        <a href="#schemas" className="link">
          {texts.schemas}
        </a>
      </nav>
      <Panel title={texts.rules.title}>
        <ul className="max-w-prose list-disc space-y-1 px-4 pb-3 pl-8 text-soft">
          {[texts.rules.dates, texts.rules.asOf, texts.rules.errors, texts.rules.etag, texts.rules.id].map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Panel>
      {groups.map(({ tag, operations }) => (
        <Panel key={tag} id={idOf(tag)} title={texts.groups[tag]} note={texts.operations(operations.length)}>
          <div className="divide-y divide-line border-line border-t">
            {operations.map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </div>
        </Panel>
      ))}
      <Panel id="schemas" title={texts.schemas} note={texts.schemasNote}>
        <div className="divide-y divide-line border-line border-t">
          {schemas.map(({ name, description, fields }) => (
            <details key={name} id={`schema-${name}`} className="px-4 py-2">
              <summary>
                <code className="break-all font-medium font-mono text-small">{name}</code>{' '}
                <span className="text-soft">{description}</span>
              </summary>
              <div className="mt-2">
                {fields.length > 0 ? <Fields fields={fields} /> : <p className="text-faint">{texts.noFields}</p>}
              </div>
            </details>
          ))}
        </div>
      </Panel>
    </div>
  )
}
