import { commandLine } from '@/jobs/commandLine'
import { UsageError } from '@/jobs/refresh/options'
import type { Mode } from './section'

export interface BenchOptions {
  /** Of the sections to measure; all when none was named. */
  readonly names: readonly string[]
  readonly mode: Mode
  readonly json: boolean
}

export const usage = 'Usage: npm run bench -- [NAME…] [--short|--full] [--json]'

/** Reads the command line, of which `known` are the names. Throws a `UsageError` that says what there is. */
export function benchOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const flag = { type: 'boolean', default: false } as const
  const { values, positionals } = commandLine(args, { short: flag, full: flag, json: flag }, usage)
  if (values.short && values.full) throw new UsageError(`--short and --full exclude each other\n${usage}`)
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new UsageError(`${unknown.join(', ')}: there is ${known.join(', ')}\n${usage}`)
  const names = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name))
  return { names, mode: values.full ? 'full' : 'short', json: values.json }
}
