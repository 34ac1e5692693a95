import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

function isCurrent(root: string): boolean {
  const generated = join(root, 'lib/store/generated/client.ts')
  return existsSync(generated) && statSync(generated).mtimeMs >= statSync(join(root, 'prisma/schema.prisma')).mtimeMs
}

/** Generates the Prisma client when it is missing or older than the schema; true when it did. Throws with what Prisma said. */
export async function ensureClient(root: string): Promise<boolean> {
  if (isCurrent(root)) return false
  const child = spawn(process.execPath, [join(root, 'prisma/generate.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`The database client could not be generated:\n${output.trim()}`)
  return true
}
