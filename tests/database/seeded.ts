import { seedStore } from '@/jobs/seed'
import { openStore } from '@/lib/store/connection/store'
import { alone, contextAt, copiedStore, type FreshStore, testDatabaseUrl } from './fresh'

const template = 'template_seeded'

/** Makes the template that `seededStore` copies, unless it is there. */
function ensureTemplate(): Promise<void> {
  return alone(async (sql) => {
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${template}`
    if (found.length > 0) return
    // Under another name until it is whole: a seed that fails must not leave half a template for the next file.
    const made = `${template}_${process.pid}`
    await sql`CREATE DATABASE ${sql(made)} TEMPLATE template_tidemark`
    const store = openStore(testDatabaseUrl(made), { max: 2 })
    try {
      await seedStore(store, contextAt('2026-07-23T00:00:00Z'))
    } finally {
      await store.close()
    }
    await sql`ALTER DATABASE ${sql(made)} RENAME TO ${sql(template)}`
  })
}

let ready: Promise<void> | undefined

/**
 * A store of its own with everything that ships in the box, fetched at 2026-07-23T00:00Z. A copy of what the first caller of a run has seeded: a seed takes a second or two, a copy
 * a tenth of it.
 */
export async function seededStore(): Promise<FreshStore> {
  ready ??= ensureTemplate()
  await ready
  return copiedStore(template)
}
