/** `npm run --silent study -- FILE|-`: the result of a case as JSON. Exit 2 for a command line, file or case that cannot be meant. Needs no database. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CaseError, runCase } from '@/lib/studies/case/run'
import { commandLine, main } from './commandLine'
import { UsageError } from './refresh/options'

const usage = 'Usage: npm run --silent study -- FILE   (a case as JSON; - reads standard input)'

async function textOf(file: string): Promise<string> {
  try {
    // Not read at once by its number: a pipe from another program may have nothing yet, and then fails with EAGAIN.
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file}: cannot be read (${cause instanceof Error ? cause.message : String(cause)})`, {
      cause,
    })
  }
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse((await textOf(file)).replace(/^\uFEFF/, ''))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new UsageError(`${file === '-' ? 'standard input' : file}: expected JSON, ${cause.message}`, { cause })
  }
}

// A reader that has seen enough, like head, closes the pipe: no fault of the study.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

await main(async () => {
  const { positionals } = commandLine(process.argv.slice(2), {}, usage)
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new UsageError(`expected one FILE, got ${positionals.length}\n${usage}`)
  try {
    process.stdout.write(`${JSON.stringify(runCase(await jsonOf(file)), null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    console.error(error.message)
    return 2
  }
})
