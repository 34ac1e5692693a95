import type { Settings } from '@/lib/settings'
import { openSql } from '@/lib/store/connection/sql'
import { type Database, openEmbedded } from './embedded'
import { StartRefusal } from './refusal'

/** The URL without its password, for messages. */
function withoutPassword(text: string): string {
  const url = new URL(text)
  if (url.password) url.password = '***'
  return url.href
}

function reasonOf(error: unknown): string {
  // A host with several addresses fails once an address, under one error without a message.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

async function checkExternal(url: string, pooled: boolean): Promise<string> {
  const sql = openSql(url, { max: 1, pooled })
  try {
    const [row] = await sql<{ version: string }[]>`SELECT current_setting('server_version') AS version`
    return row?.version ?? 'of unknown version'
  } catch (error) {
    throw new StartRefusal(
      `DATABASE_URL: ${withoutPassword(url)} cannot be used: ${reasonOf(error)}\nStart that Postgres, correct the URL, or leave DATABASE_URL unset for the embedded one`,
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Brings up the database of the settings. Nothing is started for a `DATABASE_URL`; throws `StartRefusal` when it does not answer. */
export async function bringUpDatabase(
  settings: Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'> & Partial<Pick<Settings, 'DATABASE_DIRECT_URL'>>,
): Promise<Database> {
  const url = settings.DATABASE_URL
  if (!url) return openEmbedded(settings.DATA_DIR)
  const said = `Postgres ${await checkExternal(url, settings.DATABASE_DIRECT_URL !== undefined)} of DATABASE_URL`
  return { url: () => url, said, watch: () => undefined, stop: async () => undefined }
}
