import type { QuarantineRowView } from '@/lib/api/quarantine/schema'

const editNames = ['open', 'high', 'low', 'close', 'volume', 'ratio', 'exDate', 'value', 'shares'] as const

/** A figure of a held row that may be corrected. */
export type EditName = (typeof editNames)[number]

/** Whether a name is one of a figure that may be corrected. */
export function isEditName(name: string): name is EditName {
  return editNames.some((known) => known === name)
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** What a held row has of each figure that may be corrected. Pure. */
export function figuresOf({
  payload,
  entity,
}: Pick<QuarantineRowView, 'payload' | 'entity'>): Partial<Record<EditName, string>> {
  const row = (typeof payload === 'object' && payload !== null ? payload : {}) as Readonly<Record<string, unknown>>
  if (entity !== 'action') return Object.fromEntries(editNames.map((name) => [name, textOf(row[name])]))
  const { numerator, denominator = 1 } = row
  const exact = typeof numerator === 'number' ? `${numerator}/${textOf(denominator)}` : ''
  return { ratio: exact, exDate: textOf(row.exDate) }
}

/** What a form sends of its figures: those that were changed, and all that the row needs; an empty volume is none. Pure. */
export function changedEdits(
  { needs, takes }: NonNullable<QuarantineRowView['release']>,
  figures: Readonly<Partial<Record<EditName, string>>>,
  fields: Pick<FormData, 'get'>,
): Record<string, string | null> {
  return Object.fromEntries(
    takes.filter(isEditName).flatMap((name) => {
      const text = String(fields.get(name) ?? '').trim()
      if (text === (figures[name] ?? '') && !needs.includes(name)) return []
      return [[name, name === 'volume' && text === '' ? null : text]]
    }),
  )
}
