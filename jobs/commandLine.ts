import { type ParseArgsConfig, parseArgs } from 'node:util'
import { readSettings, SettingsError } from '@/lib/settings'
import type { Store } from '@/lib/store/connection/store'
import type { OpenDatabase } from './database'
import { UsageError } from './refresh/options'

/** Options and positionals of a command line. Throws `UsageError` with the usage for what it does not know. */
export function commandLine<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: true, options })
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new UsageError(`${said}\n${usage}`, { cause })
  }
}

/**
 * Runs a command on the database of the settings, whatever its schema, and returns the exit code: what `work` says, 2 for a command line that cannot be meant (a `UsageError`, or
 * whatever `isUsage` takes for one), 1 when the store failed. Messages go to standard error.
 */
export async function runOnDatabase(
  name: string,
  work: (database: OpenDatabase) => Promise<number>,
  isUsage: (error: unknown) => boolean = () => false,
): Promise<number> {
  try {
    // Loaded by those that need it: it takes longer than all that a command without a database does.
    const { openDatabase } = await import('./database')
    const database = await openDatabase(readSettings(), { applicationName: `tidemark ${name}`, max: 2 })
    try {
      return await work(database)
    } finally {
      await database.release()
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const meant = error instanceof UsageError || error instanceof SettingsError || isUsage(error)
    console.error(meant ? said : `The ${name} could not go on: ${said}`)
    return meant ? 2 : 1
  }
}

/** As `runOnDatabase`, for a command that needs the schema of this release. */
export async function runCommand(
  name: string,
  work: (store: Store) => Promise<number>,
  isUsage: (error: unknown) => boolean = () => false,
): Promise<number> {
  return runOnDatabase(
    name,
    async ({ store }) => {
      const { requireSchema } = await import('./database')
      await requireSchema(store)
      return work(store)
    },
    isUsage,
  )
}

/** Runs what reads the command line before a database is opened: its `UsageError` is exit code 2 as well. */
export async function main(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
