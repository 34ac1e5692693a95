/** `npm run listing`: adds a listing by its Yahoo symbol, or lists those there are. Exit 2 for a command line that cannot be meant, 1 when the store failed. */
import { listingKind } from '@/lib/ingest/listingKind'
import type { Store } from '@/lib/store/connection/store'
import { createThing } from '@/lib/store/editable/commands'
import { InputError } from '@/lib/store/errors'
import { listListings } from '@/lib/store/listing/list'
import type { ListingFields } from '@/lib/store/listing/schema'
import { commandLine, main, runCommand } from './commandLine'
import { UsageError } from './refresh/options'
import { terminalTable } from './terminalTable'

const usage = `Usage: npm run listing -- list [--json]
       npm run listing -- add SYMBOL [--mic XSHG|XHKG|XNYS|XNAS] [--currency CNY] [--name NAME] [--name-zh NAME] [--kind equity|adr|index] [--from YYYY-MM-DD] [--json]`

async function list(store: Store, json: boolean): Promise<number> {
  const listings = await listListings(store.sql)
  if (json) console.log(JSON.stringify(listings))
  else {
    const rows = listings.map((l) => [l.symbol, l.mic, l.kind, l.currency, l.trackedFrom, l.name])
    console.log(terminalTable([['symbol', 'exchange', 'kind', 'currency', 'tracked from', 'name'], ...rows]))
  }
  return 0
}

/** The names of the options, where they are not those of the fields. */
const optionOf: Readonly<Record<string, string>> = { nameZh: 'name-zh', trackedFrom: 'from' }

async function added(store: Store, said: Readonly<Record<string, unknown>>): Promise<ListingFields> {
  const ctx = { actor: 'listing command', scopes: ['admin' as const], now: new Date() }
  try {
    return (await createThing(store, ctx, listingKind, said)).value
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const told = error.fields.map(({ name, detail }) => {
      if (name === 'symbol') return detail.startsWith('is taken') ? `${said.symbol} is there already` : detail
      return `--${optionOf[name] ?? name}: ${detail}`
    })
    throw new UsageError(told.join('\n'), { cause: error })
  }
}

async function add(store: Store, said: Readonly<Record<string, unknown>>, json: boolean): Promise<number> {
  const listing = await added(store, said)
  const { symbol } = listing
  if (json) console.log(JSON.stringify(listing))
  else {
    const at = Object.entries(listing.feedSymbols).map(([feed, known]) => `${feed} ${known}`)
    console.log(
      `Added ${symbol} on ${listing.mic} in ${listing.currency}, wanted from ${listing.trackedFrom} on: ${at.join(', ')}.`,
    )
    console.log(`A worker fetches its prices now; without one: npm run refresh -- --listing ${symbol}`)
  }
  return 0
}

await main(async () => {
  const options = {
    mic: { type: 'string' },
    currency: { type: 'string' },
    name: { type: 'string' },
    'name-zh': { type: 'string' },
    kind: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = commandLine(process.argv.slice(2), options, usage)
  const [verb, symbol, ...more] = positionals
  const { 'name-zh': nameZh, from: trackedFrom, json, ...others } = values
  if (verb === 'list' && symbol === undefined)
    return runCommand('listing command', (store) => list(store, json === true))
  if (verb !== 'add' || symbol === undefined || more.length > 0) throw new UsageError(usage)
  const said = Object.entries({ symbol, ...others, nameZh, trackedFrom }).filter(([, value]) => value !== undefined)
  return runCommand('listing command', (store) => add(store, Object.fromEntries(said), json === true))
})
