'use client'

import { browserName } from '@/app/_ui/account/browserName'
import { Badge } from '@/app/_ui/Badge'
import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountTexts } from '@/app/_ui/messages/account'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { OwnAccountView } from '@/lib/api/account/schema'

/** The browsers in which the account is signed in; any but this one can be ended. */
export function Browsers({ browsers }: { browsers: OwnAccountView['sessions'] }) {
  const [texts, { moment }] = [useTexts(accountTexts).browsers, useFormat()]
  const { head } = texts
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = browserName(userAgent)
    if (browser && system) return texts.on(browser, system)
    return browser ?? system ?? (userAgent?.slice(0, 40) || texts.unknown)
  }
  return (
    <>
      <Wide label={texts.title}>
        <table className="figures">
          <TableHead
            columns={[
              { name: head.browser },
              { name: head.address, words: true },
              { name: head.since, words: true },
              { name: head.last, words: true },
              { name: head.end, words: true },
            ]}
          />
          <tbody>
            {browsers.map(({ id, createdAt, lastUsed, address, userAgent, current }) => (
              <tr key={id}>
                <td title={userAgent ?? undefined}>{nameOf(userAgent)}</td>
                <td className="text">{address ?? '–'}</td>
                <td className="text">{moment(createdAt)}</td>
                <td className="text">{moment(lastUsed)}</td>
                <td className="text">
                  {current ? (
                    <Badge tone="good">{texts.current}</Badge>
                  ) : (
                    <ConfirmButton
                      text={texts.end}
                      about={nameOf(userAgent)}
                      title={texts.endOf(nameOf(userAgent))}
                      action={texts.end}
                      request={{ method: 'DELETE', path: `/api/v1/account/sessions/${encodeURIComponent(id)}` }}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {browsers.length > 1 && (
        <div className="border-line border-t px-4 py-3">
          <ConfirmButton
            text={texts.endOthers}
            title={texts.endOthersTitle}
            action={texts.end}
            className="button px-3 py-1.5"
            request={{ method: 'DELETE', path: '/api/v1/account/sessions' }}
          />
        </div>
      )}
    </>
  )
}
