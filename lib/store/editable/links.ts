import { InputError } from '../errors'

/** Throws `InputError` for the names of `field` that are not among the `found` ones. */
export function assertAllFound(field: string, named: readonly string[], found: readonly string[]): void {
  const missing = named.filter((name) => !found.includes(name))
  if (missing.length === 0) return
  const list = missing.map((name) => `"${name}"`).join(', ')
  throw new InputError([{ name: field, detail: `${list}: not known here` }])
}

const unique: Readonly<Record<string, string>> = { slug: 'slug', external_id: 'externalId', symbol: 'symbol' }

/** Runs a write; what Postgres refuses because another row has the same slug, symbol or external id becomes an `InputError` that names the field. */
export async function withoutTwins<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, constraint_name: constraint = '' } = error as { code?: string; constraint_name?: string }
    const field = Object.keys(unique).find((column) => constraint.endsWith(`_${column}_key`))
    if (code !== '23505' || field === undefined) throw error
    throw new InputError([{ name: unique[field] ?? field, detail: 'is taken by another one' }])
  }
}
