import type { Queryable } from '../connection/sql'

/** What an alert may be narrowed to: names in English and Chinese. */
export interface AlertChoice {
  readonly value: string
  readonly name: string
  readonly nameZh: string
}

/** The rules in force and the listings that are not delisted, in display order. */
export async function alertChoices(sql: Queryable): Promise<{ rules: AlertChoice[]; listings: AlertChoice[] }> {
  const [rules, listings] = await Promise.all([
    sql<
      AlertChoice[]
    >`SELECT slug AS value, name, name_zh AS "nameZh" FROM rule WHERE status = 'published' ORDER BY position, slug`,
    sql<
      AlertChoice[]
    >`SELECT symbol AS value, name, name_zh AS "nameZh" FROM listing WHERE status <> 'delisted' ORDER BY position, symbol`,
  ])
  return { rules: [...rules], listings: [...listings] }
}
