// Mends postgres.js 3.4.9 where it is installed. When a connection is lost with a write still waiting, the driver throws where nobody can catch it and the process ends
// (porsager/postgres#1154), or never writes on that connection again and whoever gets it waits for ever (its timer is cleared and not forgotten). Both were seen here, by
// kill -9 of PgBouncer under load. A release that has other lines there is left alone: tests/long/manyPooler.test.ts says whether it needs mending.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const forget = 'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n'

const mends = [
  [
    '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)\n',
    `  function nextWrite(fn) {
    if (!socket) {
      ${forget.replace(/\n {4}/, '\n      ')}      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)
`,
  ],
  // Of a connection that was closed, and of one that is ended.
  ['    clearImmediate(nextWriteTimer)\n    socket.removeListener', `    ${forget}    socket.removeListener`],
  ['    clearImmediate(nextWriteTimer)\n    if (socket) {', `    ${forget}    if (socket) {`],
]

/** Mends the driver in `root`/node_modules; says whether it changed anything. */
export function mendDriver(root) {
  let changed = false
  for (const folder of ['src', 'cjs/src']) {
    const file = join(root, 'node_modules', 'postgres', folder, 'connection.js')
    if (!existsSync(file)) continue
    const before = readFileSync(file, 'utf8')
    if (!mends.every(([from]) => before.split(from).length === 2)) continue
    const after = mends.reduce((text, [from, to]) => text.replace(from, () => to), before)
    // Another file at its place, and never half of one: it may be shared, and somebody may be reading it.
    writeFileSync(`${file}.mended`, after)
    renameSync(`${file}.mended`, file)
    changed = true
  }
  return changed
}
