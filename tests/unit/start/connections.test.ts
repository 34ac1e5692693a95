import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { capConnections, openFileLimit } from '@/jobs/web/connections'
import { captureLog } from '../../log'

test.each([
  [
    'Max processes             95944                95944                processes\nMax open files            1024                 20000                files',
    20_000,
  ],
  ['Max open files            unlimited            unlimited            files', null],
  ['', null],
])('the limit on open files is the hard one: %j', (limits, limit) => {
  expect(openFileLimit(limits)).toBe(limit)
})

test('connections beyond the limit on open files are turned away with a word, once for many', async () => {
  const captured = captureLog()
  const server = createServer((_, response) => void response.end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  capConnections(server, 258, 5_000)
  const { port } = server.address() as AddressInfo
  const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1'))
  await Promise.all(sockets.slice(2).map((socket) => once(socket, 'close')))
  expect(sockets.slice(0, 2).map(({ closed }) => closed)).toEqual([false, false])
  const said = captured.lines().map(({ level, msg }) => [level, String(msg).slice(0, 27)])
  captured.restore()
  expect(said).toEqual([
    [40, 'LIVE_TOTAL is 5000, but thi'],
    [50, 'connections are turned away'],
  ])
  for (const socket of sockets) socket.destroy()
  server.close()
})
