/** `npm run migrate`: brings the database to the newest schema and puts in what ships in the box. Exit code 1 when it cannot. */
import { readSettings } from '@/lib/settings'
import { openDatabase } from './database'
import { bringUpDatabase } from './start/database'
import { endWith } from './start/endWith'
import { migrateDatabase, seedDatabase } from './start/prepare'
import { step } from './start/report'

async function run(): Promise<void> {
  const settings = readSettings()
  const database = await step('database', async () => {
    // An external one is asked for its version, so that an unreachable one has a clear message.
    const checked = settings.DATABASE_URL ? await bringUpDatabase(settings) : null
    return { value: await openDatabase(settings, { direct: true }), said: checked?.said ?? 'embedded Postgres' }
  })
  try {
    await step('migrations', () => migrateDatabase(database.store))
    await step('seed', () => seedDatabase(database.store, new Date()))
  } finally {
    await database.release()
  }
}

run().catch(endWith)
