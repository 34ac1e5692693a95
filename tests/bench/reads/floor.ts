import { createServer, type Server } from 'node:http'
import postgres from 'postgres'

interface Row {
  readonly session: string
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly volume: number
  readonly settled: boolean
}

const path = /^\/api\/v1\/listings\/([^/?]+)\/bars$/

/**
 * The floor of a read of bars: bare node:http and postgres.js, the simplest statement that gives the same columns, turned into the same bytes. It checks nothing, knows no
 * parameters, and is told what to say beside the columns (`meta` by symbol), which costs it nothing.
 */
export function createFloor(databaseUrl: string, meta: ReadonlyMap<string, unknown>): Server {
  const date = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value }
  const number = { to: 20, from: [20], serialize: String, parse: Number }
  const sql = postgres(databaseUrl, { max: 10, types: { date, number } })
  return createServer(async (request, response) => {
    const symbol = path.exec(request.url ?? '')?.[1] ?? ''
    const rows = await sql<Row[]>`
      SELECT session, open::float8, high::float8, low::float8, close::float8, volume, settled
      FROM bar WHERE listing_id = (SELECT id FROM listing WHERE symbol = ${symbol}) ORDER BY session`
    const body = JSON.stringify({
      session: rows.map((row) => row.session),
      open: rows.map((row) => row.open),
      high: rows.map((row) => row.high),
      low: rows.map((row) => row.low),
      close: rows.map((row) => row.close),
      volume: rows.map((row) => row.volume),
      settled: rows.map((row) => row.settled),
      meta: meta.get(symbol),
    })
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
    response.end(body)
  })
}
