/** `npm run import`: daily bars as traded from a CSV file into a listing. Exit 2 for a command line or a file that cannot be meant, 1 when the store failed. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileText } from '@/lib/ingest/import/fileText'
import { ImportError, importBars } from '@/lib/ingest/import/importBars'
import { commandLine, main, runCommand } from './commandLine'
import { importJson, importText } from './import/show'
import { UsageError } from './refresh/options'

const usage = 'Usage: npm run import -- FILE --listing SYMBOL [--basis raw] [--dry-run] [--json]'

async function textOf(file: string): Promise<string> {
  try {
    return fileText(await readFile(file))
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

await main(async () => {
  const options = {
    listing: { type: 'string' },
    basis: { type: 'string', default: 'raw' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = commandLine(process.argv.slice(2), options, usage)
  const [file, ...more] = positionals
  const { listing: symbol, basis, 'dry-run': dryRun, json } = values
  if (file === undefined || symbol === undefined || more.length > 0) throw new UsageError(usage)
  if (basis !== 'raw') {
    throw new UsageError(
      `--basis ${basis}: only raw, prices as traded, can be imported: adjusted ones are derived from them`,
    )
  }
  const text = await textOf(file)
  const work = async (store: Parameters<Parameters<typeof runCommand>[1]>[0]) => {
    const ctx = { actor: 'import command', scopes: ['admin' as const], now: new Date() }
    const result = await importBars(store, ctx, { symbol, text, fileName: basename(file), dryRun })
    console.log(json ? importJson(result) : importText(result, symbol))
    return result.errors.length > 0 || result.refusal !== null ? 2 : 0
  }
  return runCommand('import', work, (error) => error instanceof ImportError)
})
