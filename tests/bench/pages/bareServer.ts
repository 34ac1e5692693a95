/** A process of its own: bare node:http that sends each of the files it is told of under its path, with nothing between. `{path: {file, headers}}` is its argument, the port its message. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is sent under a path. */
export interface BareFile {
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

const told = JSON.parse(process.argv[2] ?? '{}') as Readonly<Record<string, BareFile>>
const answers = new Map(
  Object.entries(told).map(([path, { file, headers }]) => {
    const body = readFileSync(file)
    return [path, { body, headers: { ...headers, 'Content-Length': body.length } }] as const
  }),
)
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '')
  if (answer) response.writeHead(200, answer.headers).end(answer.body)
  else response.writeHead(404, { 'Content-Length': 0 }).end()
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit(0))
