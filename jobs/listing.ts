/** `npm run listing`: adds a listing by its Yahoo symbol, or lists those there are. Exit 2 for a command line that cannot be meant, 1 when the store failed. */
import { type ListingParticulars, newListing } from '@/lib/ingest/newListing'
import type { Store } from '@/lib/store/connection/store'
import { addMissingListings, type NewListing } from '@/lib/store/listing/addMissing'
import { listListings } from '@/lib/store/listing/list'
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

function described(symbol: string, said: ListingParticulars): NewListing {
  try {
    return newListing(symbol, said)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(error.message, { cause: error })
  }
}

async function add(store: Store, listing: NewListing, json: boolean): Promise<number> {
  const { symbol } = listing
  const ctx = { actor: 'listing command', scopes: ['admin' as const], now: new Date() }
  if ((await addMissingListings(store, ctx, [listing])) === 0) {
    throw new UsageError(`${symbol} is there already; what is stored of it was left as it is`)
  }
  if (json) console.log(JSON.stringify(listing))
  else {
    const at = Object.entries(listing.feedSymbols).map(([feed, known]) => `${feed} ${known}`)
    console.log(
      `Added ${symbol} on ${listing.mic} in ${listing.currency}, wanted from ${listing.trackedFrom} on: ${at.join(', ')}.`,
    )
    console.log(`Its prices: npm run refresh -- --listing ${symbol}`)
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
  const { 'name-zh': nameZh, json, ...said } = values
  if (verb === 'list' && symbol === undefined)
    return runCommand('listing command', (store) => list(store, json === true))
  if (verb !== 'add' || symbol === undefined || more.length > 0) throw new UsageError(usage)
  const listing = described(symbol, { ...said, nameZh })
  return runCommand('listing command', (store) => add(store, listing, json === true))
})
