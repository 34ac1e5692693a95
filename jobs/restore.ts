/** `npm run restore -- FILE`: puts a backup into an empty database, or with `--replace` in the place of what it holds. Exit 2 when it is refused, 1 when it failed; nothing is changed then. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BackupRefusal } from '@/lib/store/backup/refusal'
import { checkBackup, restoreBackup } from '@/lib/store/backup/restore'
import { backupJson, backupText } from './backup/show'
import { commandLine, main, runOnDatabase } from './commandLine'
import { UsageError } from './refresh/options'
import { terminalProgress } from './terminalProgress'

const usage = 'Usage: npm run restore -- FILE [--replace] [--check] [--json]   (--check: only whether FILE is whole)'

async function check(file: string, json: boolean): Promise<number> {
  try {
    const whole = await checkBackup(file)
    console.log(json ? backupJson(whole, { file }) : `${file} is whole: ${backupText(whole)}`)
    return 0
  } catch (error) {
    if (!(error instanceof BackupRefusal)) throw error
    console.error(error.message)
    return 2
  }
}

await main(async () => {
  const options = {
    replace: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = commandLine(process.argv.slice(2), options, usage)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(usage)
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}\n${usage}`)
  if (values.check) return check(file, values.json)
  const work = async (url: string) => {
    const begun = performance.now()
    const progress = terminalProgress()
    try {
      const restored = await restoreBackup({
        ...{ url, file, migrationsFolder: join(process.cwd(), 'prisma', 'migrations') },
        ...{ replace: values.replace, now: new Date() },
        onProgress: (table, read, of) => progress.show(table, read, of),
      })
      progress.end()
      const { migrated } = restored
      const seconds = Math.round(performance.now() - begun) / 1000
      const then = migrated.length === 0 ? '' : `, then migrated by ${migrated.join(', ')}`
      console.log(
        values.json
          ? backupJson(restored, { file, seconds, migrated })
          : `Restored ${file}: ${backupText(restored)}${then}`,
      )
      return 0
    } finally {
      progress.end()
    }
  }
  return runOnDatabase(
    'restore',
    ({ directUrl }) => work(directUrl),
    (error) => error instanceof BackupRefusal,
  )
})
