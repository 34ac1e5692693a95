/** `npm run backup -- FILE`: a consistent copy of the database, while others go on writing. Exit 2 for a command line or a database that cannot be meant, 1 when it failed. */
import { join } from 'node:path'
import { version } from '@/lib/api/health/version'
import { BackupRefusal } from '@/lib/store/backup/refusal'
import { writeBackup } from '@/lib/store/backup/write'
import { backupJson, backupText } from './backup/show'
import { wholeFile, wholeOutput } from './backup/wholeFile'
import { commandLine, main, runOnDatabase } from './commandLine'
import { UsageError } from './refresh/options'
import { terminalProgress } from './terminalProgress'

const usage = 'Usage: npm run backup -- FILE [--json]   (FILE: - for standard output)'

await main(async () => {
  const { values, positionals } = commandLine(
    process.argv.slice(2),
    { json: { type: 'boolean', default: false } } as const,
    usage,
  )
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(usage)
  const work = async (url: string) => {
    const begun = performance.now()
    const into = file === '-' ? wholeOutput() : await wholeFile(file)
    // Without this a Ctrl-C would leave the beginning of a file, and a database that was started for it. A second one ends it at once.
    let stopped = false
    const interrupted = () => {
      stopped = true
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
    const write = async (bytes: Buffer) => {
      if (stopped) throw new Error('it was interrupted')
      await into.write(bytes)
    }
    const progress = terminalProgress()
    try {
      const written = await writeBackup({
        ...{ url, migrationsFolder: join(process.cwd(), 'prisma', 'migrations'), version, now: new Date() },
        write,
        onProgress: (table, rows, about) => progress.show(table, rows, Math.max(rows, about)),
      })
      await into.keep()
      progress.end()
      const seconds = Math.round(performance.now() - begun) / 1000
      const say = file === '-' ? console.error : console.log
      for (const table of written.foreign) {
        console.error(`Left out: ${table}, which no migration of Tidemark has made. pg_dump takes it along`)
      }
      say(values.json ? backupJson(written, { file, seconds }) : `Backed up into ${file}: ${backupText(written)}`)
      return 0
    } catch (error) {
      into.abandon()
      throw error
    } finally {
      progress.end()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, interrupted)
    }
  }
  return runOnDatabase(
    'backup',
    ({ directUrl }) => work(directUrl),
    (error) => error instanceof BackupRefusal,
  )
})
