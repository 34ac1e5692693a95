import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { CellField } from '@/lib/api/bulk/cell'
import { cellFields } from '@/lib/api/bulk/csv'
import type { BulkKind } from '@/lib/store/bulk/kind'
import type { Row } from '@/lib/store/bulk/outcome'

// biome-ignore lint/suspicious/noExplicitAny: kinds of different values in one table
export type Sections = Readonly<Record<string, BulkKind<any>>>

/** What is wrong with a file. Lines count from 1. */
export interface FileError {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A thing that a file names: its row, and the line of each of its fields. */
export interface FileRow {
  readonly row: Row
  readonly lineOf: ReadonlyMap<string, number>
}

export interface ReadFile {
  readonly file: string
  /** The things by section. */
  readonly sections: Readonly<Record<string, readonly FileRow[]>>
  readonly errors: readonly FileError[]
}

const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key)

/** What a text field says: YAML takes `2027` or `688256` for numbers, which here are texts as they stand. */
function textOf(node: unknown): unknown {
  return isScalar(node) && typeof node.value !== 'string' && node.value !== null
    ? (node.source ?? node.value)
    : undefined
}

/** Values of a thing with texts as they were written. */
function fieldsOf(map: YAMLMap, known: readonly CellField[], plain: Readonly<Record<string, unknown>>) {
  const fields: Record<string, unknown> = { ...plain }
  for (const pair of map.items) {
    const name = nameOf(pair)
    const form = known.find((field) => field.name === name)?.form
    if (form === 'text') fields[name] = textOf(pair.value) ?? plain[name]
    if (form === 'list' && isSeq(pair.value)) {
      const members = plain[name] as readonly unknown[]
      fields[name] = pair.value.items.map((member, place) => textOf(member) ?? members[place])
    }
  }
  return fields
}

/**
 * Reads a file of things: YAML with a list under each section's name. Everything that cannot be meant is told with its line: no YAML, an unknown section, a section that is no list. What
 * the fields hold is checked when they are applied. Pure.
 */
export function readFile(file: string, text: string, known: Sections): ReadFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (node: unknown) => counter.linePos((node as Node | null)?.range?.[0] ?? 0).line
  const errors: FileError[] = document.errors.map(({ message, pos: [at] }) => ({
    ...{ file, line: counter.linePos(at).line },
    message: `is no YAML: ${message}`,
  }))
  const refuse = (node: unknown, message: string) => errors.push({ file, line: lineAt(node), message })
  const sections: Record<string, FileRow[]> = {}
  const root = document.contents
  if (errors.length > 0 || root === null || (isScalar(root) && root.value === null)) return { file, sections, errors }
  const names = Object.keys(known).join(', ')
  if (!isMap(root)) refuse(root, `expected sections (${names})`)
  for (const pair of isMap(root) ? root.items : []) {
    const name = nameOf(pair)
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    const { value } = pair
    if (kind === undefined) refuse(pair.key, `"${name}" is no section, expected ${names}`)
    else if (isSeq(value)) {
      const columns = cellFields(kind)
      sections[name] = value.items.map((item) => rowOf(item, columns))
    } else if (!(isScalar(value) && value.value === null)) refuse(value ?? pair.key, `${name}: expected a list`)
  }
  return { file, sections, errors }

  function rowOf(item: unknown, columns: readonly CellField[]): FileRow {
    const line = lineAt(item)
    if (!isMap(item)) {
      return { row: { line, fields: {}, problems: [{ name: 'item', detail: 'expected fields' }] }, lineOf: new Map() }
    }
    const fields = fieldsOf(item, columns, item.toJS(document) as Record<string, unknown>)
    return { row: { line, fields }, lineOf: new Map(item.items.map((pair) => [nameOf(pair), lineAt(pair.key)])) }
  }
}
