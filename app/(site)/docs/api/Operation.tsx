import type { ReactNode } from 'react'
import type { OperationDoc, ResponseDoc } from '@/app/_data/apiDocs'
import { Badge, type Tone } from '@/app/_ui/Badge'
import { useTexts } from '@/app/_ui/i18n/texts'
import { docsTexts } from '@/app/_ui/messages/docs'
import { Code } from '../Code'
import { Prose } from '../Prose'
import { Fields, TypeLink } from './Fields'

const tones: Readonly<Record<string, Tone>> = { GET: 'plain', POST: 'good', PATCH: 'warn', PUT: 'warn', DELETE: 'bad' }

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h4 className="font-medium text-small">{title}</h4>
      <div className="mt-1">{children}</div>
    </div>
  )
}

function Responses({ responses }: { responses: readonly ResponseDoc[] }) {
  return (
    <ul className="space-y-1">
      {responses.map(({ status, description, forms }) => (
        <li key={status} className="grid grid-cols-[2.5rem_1fr] gap-x-2">
          <code className="font-mono text-small">{status}</code>
          <div className="min-w-0 text-soft">
            <Prose text={description} />
            {forms.map(({ type, schema }) => (
              <span key={type} className="block break-all text-faint text-small">
                {type}
                {schema !== null && (
                  <>
                    {': '}
                    <TypeLink type={schema} />
                  </>
                )}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** One operation, folded: method, address and what it gives; open its parameters, its answers and how to ask for it. */
export function Operation({ operation }: { operation: OperationDoc }) {
  const texts = useTexts(docsTexts).api
  const { id, method, path, summary, description, parameters, body, responses, curl } = operation
  return (
    <details id={id} className="group px-4 py-2">
      <summary className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span aria-hidden="true" className="text-faint group-open:rotate-90">
          ›
        </span>
        <Badge tone={tones[method] ?? 'plain'}>{method}</Badge>
        <code className="min-w-0 break-all font-mono text-small">{path}</code>
        <span className="min-w-0 basis-full text-soft md:basis-auto">{summary}</span>
      </summary>
      <div className="mt-3 mb-2 space-y-4">
        {description !== '' && (
          <p className="max-w-prose text-soft">
            <Prose text={description} />
          </p>
        )}
        <Part title={texts.parameters}>
          {parameters.length > 0 ? <Fields fields={parameters} /> : <p className="text-faint">{texts.none}</p>}
        </Part>
        {body !== null && (
          <Part title={texts.body}>
            <p className="text-soft">
              application/json: <TypeLink type={body} />
            </p>
          </Part>
        )}
        <Part title={texts.responses}>
          <Responses responses={responses} />
        </Part>
        <Code label={texts.curl} text={curl} />
      </div>
    </details>
  )
}
