'use client'

import { Changes } from '@/app/_ui/audit/Changes'
import { changesBetween } from '@/app/_ui/audit/changes'
import { Checkbox, PasswordInput, Select, TextArea, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Secret } from '@/app/_ui/form/Secret'
import { Submit } from '@/app/_ui/form/Submit'
import { useTexts } from '@/app/_ui/i18n/texts'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { Panel } from '@/app/_ui/Panel'

const nothing = () => undefined
const change = changesBetween(
  { title: 'A title', status: 'draft', tags: ['chips'], text: `${'What stays as it was. '.repeat(20)}It rose by two.` },
  {
    title: 'A title',
    status: 'published',
    tags: ['model'],
    text: `${'What stays as it was. '.repeat(20)}It rose by three.`,
  },
)

/** The pieces of forms in each of their states, a secret as it is shown once, and a difference. */
export function FormsPanel() {
  const { forms: texts } = useTexts(galleryTexts)
  return (
    <Panel title={texts.title}>
      <div className="space-y-4 px-4 pb-4">
        <Form label={texts.title} problem={null} onSend={nothing}>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <Field name="line" label={texts.line} hint={texts.hint} optional>
              <TextInput />
            </Field>
            <Field name="wrong" label={texts.wrong} error={texts.error}>
              <TextInput defaultValue="2025-13-01" />
            </Field>
            <Field name="choice" label={texts.choice}>
              <Select options={texts.choices.map((text) => ({ value: text, text }))} />
            </Field>
            <Field name="password" label={texts.password}>
              <PasswordInput autoComplete="off" />
            </Field>
            <Field name="lines" label={texts.lines}>
              <TextArea />
            </Field>
            <Field name="yes" label={texts.yes} place="beside">
              <Checkbox />
            </Field>
          </div>
          <div className="flex flex-wrap gap-2">
            <Submit busy={false}>{texts.send}</Submit>
            <Submit busy>{texts.send}</Submit>
            <Submit busy={false} tone="bad">
              {texts.send}
            </Submit>
          </div>
        </Form>
        <Secret label={texts.secret} value="tm_0000000000000000000000000000000000000000000" note={texts.once} />
        <Changes changes={change} />
      </div>
    </Panel>
  )
}
