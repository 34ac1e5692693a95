/**
 * `npm run bench -- [NAME…] [--short|--full] [--json]`: measures what is ours against a plain floor in the same run; short unless told otherwise. Exit 0 when everything was
 * measured (a limit that is not kept is reported, not an error), 1 when a section failed, 2 for a name there is not. Progress goes to standard error.
 */
import { main } from '@/jobs/commandLine'
import { circumstances } from './circumstances'
import { isolated } from './isolated'
import { benchOptions } from './options'
import { benchJson, benchTable } from './report'
import { exitCodeOf, runSections } from './run'
import { sections } from './sections'

await main(async () => {
  const { names, mode, json } = benchOptions(
    process.argv.slice(2),
    sections.map(({ name }) => name),
  )
  const where = circumstances(new Date(), mode)
  const reports = await runSections(names.map(isolated), mode, (line) => console.error(line))
  console.log(json ? benchJson(reports, where) : benchTable(reports, where))
  return exitCodeOf(reports)
})
