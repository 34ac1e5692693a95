'use client'

import type { KeyView } from '@/lib/api/keys/schema'
import { Badge } from '../Badge'
import { ConfirmButton } from '../form/ConfirmButton'
import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { accountTexts } from '../messages/account'
import { Empty } from '../states/Empty'
import { TableHead } from '../TableHead'
import { Wide } from '../Wide'

interface KeyTableProps {
  readonly keys: readonly KeyView[]
  /** Whether their owners are shown: where they are not all one's own. */
  readonly owners: boolean
}

function Rows({ keys, owners }: KeyTableProps) {
  const [texts, { moment }] = [useTexts(accountTexts).keys, useFormat()]
  const { head } = texts
  return (
    <Wide label={texts.title}>
      <table className="figures">
        <TableHead
          columns={[
            { name: head.name },
            ...(owners ? [{ name: head.owner, words: true }] : []),
            { name: head.start, words: true },
            { name: head.scope, words: true },
            { name: head.made, words: true },
            { name: head.used, words: true },
            { name: head.expires, words: true },
            { name: head.state, words: true },
          ]}
        />
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>{key.name}</td>
              {owners && <td className="text">{key.owner}</td>}
              <td className="text font-mono text-small">{key.start}…</td>
              <td className="text">{texts.scopes[key.scope]}</td>
              <td className="text">{moment(key.createdAt)}</td>
              <td className="text">{moment(key.lastUsed)}</td>
              <td className="text">{key.expiresAt === null ? texts.noEnd : moment(key.expiresAt)}</td>
              <td className="text">
                {key.state === 'valid' ? (
                  <ConfirmButton
                    text={texts.revoke}
                    about={key.name}
                    title={texts.revokeTitle(key.name)}
                    action={texts.revoke}
                    request={{ method: 'DELETE', path: `/api/v1/keys/${encodeURIComponent(key.id)}` }}
                  >
                    <p>{texts.revokeText}</p>
                  </ConfirmButton>
                ) : (
                  <Badge tone="plain">{texts.state[key.state]}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** API keys: those that work, each with the way to end it, and behind a fold those that do not. */
export function KeyTable({ keys, owners }: KeyTableProps) {
  const texts = useTexts(accountTexts).keys
  const valid = keys.filter(({ state }) => state === 'valid')
  const ended = keys.filter(({ state }) => state !== 'valid')
  return (
    <>
      {valid.length === 0 ? <Empty text={texts.none} /> : <Rows keys={valid} owners={owners} />}
      {ended.length > 0 && (
        <details className="border-line border-t">
          <summary className="px-4 py-2 text-soft">{texts.showEnded(ended.length)}</summary>
          <Rows keys={ended} owners={owners} />
        </details>
      )}
    </>
  )
}
