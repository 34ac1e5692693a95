import { scrubbed } from './scrub'

const names: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}
const shownApart = new Set(['level', 'time', 'msg', 'part', 'err'])

const valueText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

interface LoggedLine {
  readonly level: number
  readonly time: string
  readonly msg?: string
  readonly err?: { readonly stack?: string; readonly message?: string }
  readonly [field: string]: unknown
}

/** A line of the log as people read it on a terminal: time in UTC, level when it is not `info`, message, fields, and the stack of an error below. */
export function lineForPeople(json: string): string {
  const line = JSON.parse(json) as LoggedLine
  const level = names[line.level] ?? String(line.level)
  const fields = Object.entries(line).flatMap(([name, value]) =>
    shownApart.has(name) || value === undefined || value === null ? [] : [`${name}=${valueText(value)}`],
  )
  const head = [line.time.slice(11, 19), ...(level === 'info' ? [] : [level.toUpperCase()]), line.msg ?? '', ...fields]
  const below = line.err?.stack ?? line.err?.message
  return `${head.join(' ')}${below === undefined ? '' : `\n${below}`}\n`
}

/** What is written for one line of the log: scrubbed of secrets, as JSON or for people. `json` is one line with its line end. */
export function writtenLine(json: string, form: 'json' | 'text'): string {
  const safe = scrubbed(json)
  return form === 'json' ? safe : lineForPeople(safe)
}
