/** `npm run --silent study -- FILE|-`: the result of a case as JSON. Exit 2 for a command line, file or case that cannot be meant. Needs no database. */
import { readFileSync } from 'node:fs'
import { CaseError, runCase } from '@/lib/studies/case/run'
import { commandLine, main } from './commandLine'
import { UsageError } from './refresh/options'

const usage = 'Usage: npm run --silent study -- FILE   (a case as JSON; - reads standard input)'

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file}: cannot be read (${cause instanceof Error ? cause.message : String(cause)})`, {
      cause,
    })
  }
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file).replace(/^\uFEFF/, ''))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new UsageError(`${file === '-' ? 'standard input' : file}: expected JSON, ${cause.message}`, { cause })
  }
}

await main(async () => {
  const { positionals } = commandLine(process.argv.slice(2), {}, usage)
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new UsageError(`expected one FILE, got ${positionals.length}\n${usage}`)
  try {
    process.stdout.write(`${JSON.stringify(runCase(jsonOf(file)), null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    console.error(error.message)
    return 2
  }
})
