import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, SettingsError } from './index'

const fileName = 'session-secret'

function kept(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Makes the file whole and readable by its owner only; the first one stays when several make it at once. */
function make(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8').trim()
}

/**
 * What signs the cookies of who is signed in: `SESSION_SECRET`, else one that is made once and kept in `DATA_DIR`. A site that is known to the world and whose database is
 * elsewhere may run on several machines, which must share it: there it has to be set (or `DATA_DIR`, for one machine). Throws `SettingsError` then.
 */
export function sessionSecret(
  settings: Pick<Settings, 'SESSION_SECRET' | 'DATA_DIR' | 'DATABASE_URL' | 'PUBLIC_URL'>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (settings.SESSION_SECRET) return settings.SESSION_SECRET
  const earnest = env.NODE_ENV === 'production' || settings.PUBLIC_URL?.startsWith('https:')
  if (earnest && settings.DATABASE_URL && !env.DATA_DIR) {
    throw new SettingsError([
      'SESSION_SECRET: expected at least 32 random characters, the same on every machine, such as those that `openssl rand -base64 32` prints (or DATA_DIR, a folder in which one machine keeps its own)',
    ])
  }
  const path = join(settings.DATA_DIR, fileName)
  return kept(path) ?? make(settings.DATA_DIR, path)
}
