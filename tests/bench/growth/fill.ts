/** `npx tsx tests/bench/growth/fill.ts --url URL [--listings N] [--sessions N] [--quote-listings N] [--quote-sessions N]`: fills a migrated store with made series. */
import { commandLine, main } from '@/jobs/commandLine'
import { UsageError } from '@/jobs/refresh/options'
import { openSql } from '@/lib/store/connection/sql'
import { addMadeListings, fillBars, fillQuotes } from './store'

const usage =
  'Usage: npx tsx tests/bench/growth/fill.ts --url URL [--listings 10000] [--sessions 2000] [--quote-listings 10] [--quote-sessions 250]'

function whole(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name} is "${text}", not a number\n${usage}`)
  return value
}

await main(async () => {
  const { values } = commandLine(
    process.argv.slice(2).filter((argument) => argument !== '--'),
    {
      url: { type: 'string' },
      listings: { type: 'string', default: '10000' },
      sessions: { type: 'string', default: '2000' },
      'quote-listings': { type: 'string', default: '10' },
      'quote-sessions': { type: 'string', default: '250' },
    },
    usage,
  )
  if (values.url === undefined) throw new UsageError(usage)
  const sql = openSql(values.url, { max: 1, applicationName: 'tidemark fill' })
  const begun = Date.now()
  const since = () => `${((Date.now() - begun) / 1000).toFixed(0)} s`
  try {
    const listings = await addMadeListings(sql, whole(values.listings, 'listings'))
    let told = 0
    const bars = await fillBars(sql, listings, { sessions: whole(values.sessions, 'sessions') }, (rows) => {
      if (rows - told < 1_000_000) return
      told = rows
      console.log(`${rows.toLocaleString('en')} bars, ${since()}`)
    })
    console.log(`${bars.toLocaleString('en')} bars of ${listings.length.toLocaleString('en')} listings, ${since()}`)
    const quoted = listings.slice(0, whole(values['quote-listings'], 'quote-listings'))
    const quotes = await fillQuotes(sql, quoted, { sessions: whole(values['quote-sessions'], 'quote-sessions') })
    console.log(`${quotes.toLocaleString('en')} quotes of ${quoted.length} listings, ${since()}`)
    await sql`ANALYZE`
  } finally {
    await sql.end()
  }
  return 0
})
