'use client'

import { useLanguage } from '#language'
import type { AlertChoices } from '@/app/_data/alerts'
import { Checkbox, Select, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { useTexts } from '@/app/_ui/i18n/texts'
import { alertsTexts } from '@/app/_ui/messages/alerts'
import type { AlertView } from '@/lib/api/alerts/schema'
import { Choices } from './Choices'

/** The fields of an alert: of one there is, or of a new one. The channel of one there is stays as it is. */
export function AlertFields({ alert, choices }: { alert: AlertView | null; choices: AlertChoices }) {
  const [texts, language] = [useTexts(alertsTexts).form, useLanguage()]
  const options = alert?.options
  const [mute] = options?.mute ?? []
  return (
    // The form stands on the page and, narrower, in a dialog: its columns go by its own width.
    <div className="@container space-y-4">
      <div className="grid grid-cols-1 gap-3 @lg:grid-cols-2">
        <Field name="name" label={texts.name}>
          <TextInput defaultValue={alert?.name} autoComplete="off" />
        </Field>
        <Field name="options.language" label={texts.language}>
          <Select
            name="language"
            defaultValue={options?.language ?? language}
            options={(['en', 'zh'] as const).map((value) => ({ value, text: texts.languages[value] }))}
          />
        </Field>
        {alert === null && (
          <Field name="channel" label={texts.channel}>
            <Select
              options={(['email', 'webhook'] as const).map((value) => ({ value, text: texts.channels[value] }))}
            />
          </Field>
        )}
        <Field name="target" label={texts.target} hint={texts.targetHint}>
          <TextInput defaultValue={alert?.target} autoComplete="off" spellCheck={false} autoCapitalize="none" />
        </Field>
      </div>
      <div className="grid grid-cols-1 gap-4 @2xl:grid-cols-2">
        <Choices
          name="rules"
          label={texts.rules}
          hint={texts.all}
          choices={choices.rules}
          chosen={alert?.rules ?? []}
        />
        <Choices
          name="listings"
          label={texts.listings}
          hint={texts.all}
          choices={choices.listings}
          chosen={alert?.listings ?? []}
        />
      </div>
      <div className="grid grid-cols-1 gap-3 @lg:grid-cols-2">
        <Field name="options.pendingMinutes" label={texts.pending} hint={texts.pendingHint}>
          <TextInput inputMode="numeric" defaultValue={options?.pendingMinutes ?? 0} />
        </Field>
        <Field name="options.repeatHours" label={texts.repeat} hint={texts.repeatHint} optional>
          <TextInput name="repeatHours" inputMode="numeric" defaultValue={options?.repeatHours ?? ''} />
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-3 @2xl:grid-cols-4">
        <Field name="options.mute" label={texts.muteFrom} hint={texts.muteHint} optional>
          <TextInput name="muteFrom" type="time" defaultValue={mute?.from ?? ''} />
        </Field>
        <Field name="options.mute.0.to" label={texts.muteTo} optional>
          <TextInput name="muteTo" type="time" defaultValue={mute?.to ?? ''} />
        </Field>
        <Field name="options.mute.0.timeZone" label={texts.muteZone} className="col-span-2">
          <TextInput name="muteZone" defaultValue={mute?.timeZone ?? 'Asia/Shanghai'} autoComplete="off" />
        </Field>
      </div>
      <div className="space-y-2">
        <Field name="options.sessionsOnly" label={texts.sessionsOnly} place="beside">
          <Checkbox name="sessionsOnly" defaultChecked={options?.sessionsOnly ?? false} />
        </Field>
        <Field name="options.noData" label={texts.noData} place="beside">
          <Checkbox name="noData" defaultChecked={options?.noData ?? false} />
        </Field>
        <Field name="enabled" label={texts.enabled} place="beside">
          <Checkbox defaultChecked={alert?.enabled ?? true} />
        </Field>
      </div>
    </div>
  )
}
