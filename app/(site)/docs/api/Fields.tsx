import type { FieldDoc, ParameterDoc, TypeText } from '@/app/_data/apiDocs'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { docsTexts } from '@/app/_ui/messages/docs'
import { Prose } from '../Prose'

/** A type, with a way to the schema it names. */
export function TypeLink({ type }: { type: TypeText }) {
  return type.ref === null ? (
    type.text
  ) : (
    <a href={`#schema-${type.ref}`} className="link">
      {type.text}
    </a>
  )
}

const isParameter = (field: FieldDoc | ParameterDoc): field is ParameterDoc => 'in' in field

function About({ field }: { field: FieldDoc | ParameterDoc }) {
  const [{ api: texts }, { listSeparator }] = [useTexts(docsTexts), useTexts(commonTexts)]
  const absent = isParameter(field) && !field.required ? field.absent : null
  const lines = [
    field.description,
    ...(field.words.length > 0 ? [texts.words(field.words.join(listSeparator))] : []),
    ...(absent === null ? [] : [texts.absent(absent)]),
    ...(field.example === null || field.example === absent || field.words.length > 0
      ? []
      : [texts.example(field.example)]),
  ].filter((line) => line !== '')
  return lines.map((line) => (
    <span key={line} className="block break-words">
      <Prose text={line} />
    </span>
  ))
}

/** Parameters or fields: each with its type and what it says, one below the other where there is no room for columns. */
export function Fields({ fields }: { fields: readonly (FieldDoc | ParameterDoc)[] }) {
  const texts = useTexts(docsTexts).api
  return (
    <dl className="divide-y divide-line">
      {fields.map((field) => (
        <div key={field.name} className="grid grid-cols-1 gap-x-4 py-1.5 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          <dt className="min-w-0">
            <code className="break-all font-medium font-mono text-small">{field.name}</code>
            <span className="block text-faint text-small">
              {isParameter(field) && `${texts.places[field.in as keyof typeof texts.places]} · `}
              <TypeLink type={field.type} />
              {field.required && isParameter(field) && ` · ${texts.required}`}
            </span>
          </dt>
          <dd className="min-w-0 text-soft">
            <About field={field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
