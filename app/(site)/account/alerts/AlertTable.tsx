'use client'

import { useState } from 'react'
import { useLanguage } from '#language'
import type { AlertChoices } from '@/app/_data/alerts'
import { Badge } from '@/app/_ui/Badge'
import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { alertsTexts } from '@/app/_ui/messages/alerts'
import { commonTexts } from '@/app/_ui/messages/common'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { AlertView } from '@/lib/api/alerts/schema'
import type { AlertChoice } from '@/lib/store/alert/choices'
import { AlertFields } from './AlertFields'
import { alertOf } from './fields'
import { TestButton } from './TestButton'

/** The alerts of an account, each with what it tells of and where; to be edited, tried out and deleted. */
export function AlertTable({ alerts, choices }: { alerts: readonly AlertView[]; choices: AlertChoices }) {
  const [{ list, form }, { listSeparator }] = [useTexts(alertsTexts), useTexts(commonTexts)]
  const [say, language] = [useStored(), useLanguage()]
  const [tested, setTested] = useState(false)
  const named = (all: readonly AlertChoice[], chosen: readonly string[], none: string) =>
    chosen.length === 0
      ? none
      : chosen
          .map((value) => {
            const choice = all.find((one) => one.value === value)
            return choice ? say(choice.name, choice.nameZh) : value
          })
          .join(listSeparator)
  const { head } = list
  return (
    <>
      <Wide label={list.title}>
        <table className="figures" data-testid="alerts">
          <TableHead
            columns={[
              { name: head.name },
              { name: head.to, words: true },
              { name: head.what, words: true },
              { name: head.state, words: true },
              { name: head.actions, words: true },
            ]}
          />
          <tbody>
            {alerts.map((alert) => (
              <tr key={alert.id}>
                <td className="align-top">{alert.name}</td>
                <td className="text wrap-anywhere min-w-40 whitespace-normal! align-top">
                  {form.channels[alert.channel]} · {alert.target}
                </td>
                <td className="text min-w-44 whitespace-normal! align-top">
                  {named(choices.rules, alert.rules, list.allRules)}
                  <span className="block text-soft">{named(choices.listings, alert.listings, list.allListings)}</span>
                </td>
                <td className="text align-top">
                  <Badge tone={alert.enabled ? 'good' : 'plain'}>{alert.enabled ? list.on : list.off}</Badge>
                </td>
                <td className="text align-top">
                  <span className="flex flex-wrap gap-1">
                    <ConfirmButton
                      text={list.edit}
                      about={alert.name}
                      title={list.editOf(alert.name)}
                      action={form.save}
                      tone="plain"
                      request={{
                        method: 'PATCH',
                        path: `/api/v1/alerts/${alert.id}`,
                        body: (fields) => ({ ...alertOf(fields, language), version: alert.version }),
                      }}
                    >
                      <AlertFields alert={alert} choices={choices} />
                    </ConfirmButton>
                    <TestButton alert={alert} onSent={() => setTested(true)} />
                    <ConfirmButton
                      text={list.remove}
                      about={alert.name}
                      title={list.removeTitle(alert.name)}
                      action={list.remove}
                      request={{ method: 'DELETE', path: `/api/v1/alerts/${alert.id}` }}
                    >
                      <p className="text-soft">{list.removeText}</p>
                    </ConfirmButton>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p role="status" className="px-4 text-soft">
        {tested && list.tested}
      </p>
    </>
  )
}
