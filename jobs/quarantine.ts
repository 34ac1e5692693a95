/** `npm run quarantine`: shows the rows that were held back, and releases or rejects one. Exit 2 for a command line that cannot be meant, 1 when the store failed. */
import { releaseRow } from '@/lib/ingest/release/release'
import type { Store } from '@/lib/store/connection/store'
import { InputError } from '@/lib/store/errors'
import { QuarantineError, rejectRow } from '@/lib/store/quarantine/close'
import { listQuarantine } from '@/lib/store/quarantine/list'
import { main, runCommand } from './commandLine'
import { type QuarantineOptions, quarantineOptions } from './quarantine/options'
import { quarantineJson, quarantineTable } from './quarantine/show'

const nouns = { bar: 'bar', action: 'split', revenue: 'revenue', shares: 'share count' } as const

async function carryOut(store: Store, options: QuarantineOptions): Promise<number> {
  const ctx = { actor: 'quarantine command', scopes: ['admin' as const], now: new Date() }
  if (options.verb === 'list') {
    const rows = await listQuarantine(store, options.filter)
    console.log(options.json ? quarantineJson(rows) : quarantineTable(rows))
    return 0
  }
  if (options.verb === 'reject') {
    const row = await rejectRow(store, ctx, options.id, options.reason)
    console.log(
      options.json ? quarantineJson([row]) : `Rejected ${row.entity} ${row.key} of ${row.listing ?? row.feed}.`,
    )
    return 0
  }
  const { row, wrote, date } = await releaseRow(store, ctx, options.id, options.edits)
  const what = `the ${nouns[wrote]} of ${date}`
  console.log(options.json ? quarantineJson([row]) : `Released: ${what} of ${row.listing} is stored.`)
  return 0
}

await main(async () => {
  const options = quarantineOptions(process.argv.slice(2))
  return runCommand(
    'quarantine command',
    (store) => carryOut(store, options),
    (error) => error instanceof QuarantineError || error instanceof InputError,
  )
})
