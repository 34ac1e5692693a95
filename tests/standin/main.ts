/**
 * A stand-in for the public feeds, by hand:
 *
 *   npx tsx tests/standin/main.ts --port 4100 --data sessions.json
 *   YAHOO_ORIGIN=http://127.0.0.1:4100 npm run refresh -- --job bars --listing 688256.SS
 *
 * The same port serves TENCENT_ORIGIN (live prices too) and EASTMONEY_ORIGIN (daily bars of the same listings, as traded), SEC_ORIGIN, EASTMONEY_DATA_ORIGIN and ECB_ORIGIN. The file is read again when it changes. All parts are optional:
 *
 *   { "listings": [{
 *       "symbol": "688256.SS", "currency": "CNY", "timeZone": "Asia/Shanghai",
 *       "csv": "../prices/688256.SS.csv",                       session,open,high,low,close,volume; path from the JSON file
 *       "bars": [["2026-07-23", 1300, 1320.5, 1290, 1311.2, 9000000]],   as traded; added to the CSV, or in place of its session
 *       "actions": [{ "kind": "split", "exDate": "2026-05-08", "numerator": 1.49, "denominator": 1 },
 *                   { "kind": "dividend", "exDate": "2026-05-08", "cash": 1.5 }],
 *       "live": { "at": "2026-07-24T02:10:00Z", "price": 1315, "volume": 100 },
       "replay": { "session": "2026-07-24", "close": "2026-07-24T07:00:00Z",      moved by the clock, in place of "live"
                   "ticks": [{ "at": "2026-07-24T01:30:00Z", "price": 1315, "shares": 100 }] } }],
 *     "companies": [{ "cik": 1045810, "name": "…", "facts": { "Revenues": [{ "start", "end", "val", "accn", "form", "filed" }] },
 *       "filings": [{ "accessionNumber", "filingDate", "acceptanceDateTime", "form", "items" }] }],
 *     "reports": [{ "code": "688256", "reportDate": "2026-06-30", "noticeDate": "2026-08-08", "yearToDate": 5996000000 }],
 *     "rates": [{ "date": "2026-04-14", "rates": { "USD": 1.1, "CNY": 8.1, "HKD": 8.6 } }],
 *     "faults": [{ "match": "NVDA", "fault": { "kind": "rate-limit", "retryAfter": "5" }, "times": 2 }] }
 *
 * The kinds of fault are in `types.ts`.
 */
import { watchFile } from 'node:fs'
import { parseArgs } from 'node:util'
import { readStandinFile } from './file'
import { startStandin } from './server'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4100' }, data: { type: 'string' } } })
if (values.data === undefined) throw new Error('say what to serve: --data FILE.json')
const file = values.data

const standin = await startStandin({ port: Number(values.port) })
function load(): void {
  try {
    const { data, faults } = readStandinFile(file)
    standin.setData(data)
    standin.set(null)
    for (const rule of [...faults].reverse()) standin.set(rule)
    console.log(`${file}: ${data.listings?.length ?? 0} listings, ${faults.length} faults`)
  } catch (error) {
    console.error(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
load()
watchFile(file, { interval: 500 }, load)
console.log(`stand-in for the feeds at ${standin.origin}`)
