import { commandLine, runCommand } from '../commandLine'
import { UsageError } from '../refresh/options'
import { runFiles } from './apply'
import { filesJson, filesText } from './show'

/** What `npm run plan` (`dryRun`) and `npm run apply` do. Exit code 2 for files or a command line that cannot be meant, 1 when the store failed. */
export async function filesCommand(name: 'plan' | 'apply', dryRun: boolean): Promise<number> {
  const usage = `Usage: npm run ${name} -- FILE... [--archive-missing] [--json]`
  const options = {
    'archive-missing': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = commandLine(process.argv.slice(2), options, usage)
  const { 'archive-missing': archiveMissing, json } = values
  if (positionals.length === 0) throw new UsageError(usage)
  return runCommand(name, async (store) => {
    const run = await runFiles(store, positionals, { archiveMissing, dryRun, now: new Date() })
    const failed = run.errors.length > 0
    if (json) console.log(filesJson(run))
    else (failed ? console.error : console.log)(filesText(run))
    return failed ? 2 : 0
  })
}
