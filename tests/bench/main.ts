/** `npm run bench -- [NAME…] [--json]`: times what is ours against a plain floor and against other libraries. Exit 2 for a name there is not. */
import { commandLine, main } from '@/jobs/commandLine'
import { UsageError } from '@/jobs/refresh/options'
import type { Bench } from './bench'
import { indicators } from './indicators'
import { liveText, measureLive } from './live'
import { measure } from './measure'
import { benchJson, benchTable, circumstances } from './report'
import { studies } from './studies'

const benches: readonly Bench[] = [studies, indicators]
const usage = 'Usage: npm run bench -- [NAME…] [--json]'

await main(async () => {
  const { values, positionals } = commandLine(
    process.argv.slice(2),
    { json: { type: 'boolean', default: false } },
    usage,
  )
  const names = [...new Set(benches.map(({ name }) => name)), 'live']
  const unknown = positionals.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new UsageError(`${unknown.join(', ')}: there is ${names.join(', ')}\n${usage}`)
  const wanted = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const rows = wanted.flatMap(({ name: bench, cases }) => cases.map((each) => ({ ...measure(each), bench })))
  const where = circumstances(new Date())
  const live = positionals.length === 0 || positionals.includes('live') ? await measureLive(2_000) : null
  if (values.json) console.log(benchJson(rows, where, live))
  else {
    console.log(benchTable(rows, where))
    if (live) console.log(`\n${liveText(live)}`)
  }
  return 0
})
