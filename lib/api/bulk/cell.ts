import { z } from '@hono/zod-openapi'
import { deepest, nestingOf } from '../access/nesting'
import { forSpreadsheet, fromSpreadsheet } from '../csv/spreadsheet'

/** What a cell of a field holds: a text, a list of texts, true or false, a number, or JSON. */
export type CellForm = 'text' | 'list' | 'flag' | 'number' | 'json'

/** How a field is written in a cell. */
export interface CellField {
  readonly name: string
  readonly form: CellForm
  /** What an empty cell says; undefined when it says nothing. */
  readonly empty: unknown
}

interface Typed {
  readonly type?: string | readonly string[]
  readonly items?: Typed
  readonly anyOf?: readonly Typed[]
}

const forms: Readonly<Record<string, CellForm>> = {
  string: 'text',
  boolean: 'flag',
  number: 'number',
  integer: 'number',
}

/** How the field of a schema is written; `optional` when it may be left out of a new thing. */
export function cellField(name: string, schema: z.ZodType, optional: boolean): CellField {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Typed
  const types = (whole.anyOf ?? [whole]).flatMap((part) =>
    part.type === 'array' && part.items?.type === 'string' ? 'list' : (part.type ?? []),
  )
  const type = types.find((one) => one !== 'null')
  const form = type === 'list' ? 'list' : (forms[type ?? ''] ?? 'json')
  if (types.includes('null')) return { name, form, empty: null }
  if (form === 'list') return { name, form, empty: [] }
  const takesEmpty = schema.safeParse('').success
  return { name, form, empty: form === 'text' && (takesEmpty || !optional) ? '' : undefined }
}

const escaped = (member: string) => member.replace(/[\\;]/g, '\\$&')

/** The members of a list apart by semicolons; a backslash before a semicolon or a backslash makes it part of a member. */
function listOf(text: string): string[] {
  const members = text.match(/(?:\\[\s\S]|[^;\\]|\\$)+/g) ?? []
  return members.map((member) => member.replace(/\\([\\;])/g, '$1').trim()).filter((member) => member !== '')
}

/** The cell of a value, safe in a spreadsheet; `cellValue` reads it back. Pure. */
export function cellText({ form }: CellField, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (form === 'json') return JSON.stringify(value)
  if (form === 'list') return forSpreadsheet((value as readonly string[]).map(escaped).join('; '))
  return typeof value === 'string' ? forSpreadsheet(value) : String(value)
}

/** What a cell says; a text as it stands where another form was expected, so that the schema tells what is wrong. Pure. */
export function cellValue({ form, empty }: CellField, cell: string): unknown {
  if (cell === '') return empty
  if (form === 'json') return jsonOr(cell)
  const text = fromSpreadsheet(cell)
  if (form === 'list') return listOf(text)
  if (form === 'flag') return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text
  if (form === 'number') return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text
  return text
}

function jsonOr(cell: string): unknown {
  if (nestingOf(cell) > deepest) return cell
  try {
    return JSON.parse(cell)
  } catch (error) {
    if (error instanceof SyntaxError) return cell
    throw error
  }
}
