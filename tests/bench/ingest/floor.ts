import type { BarBatch } from '@/lib/store/bar/writeMany'
import type { Store } from '@/lib/store/connection/store'

/** The rows as text, worked out beforehand: the floor pays for no character of them. */
export function floorText(batches: readonly BarBatch[]): string {
  return batches
    .flatMap(({ listingId, bars, source: { feed, feedSymbol, fetchedAt } }) =>
      bars.map((bar) => {
        const { session, open, high, low, close, volume, settled, asOf } = bar
        const cells = [listingId, session, open, high, low, close, volume ?? '\\N', settled, feed, feedSymbol]
        return `${[...cells, fetchedAt.toISOString(), asOf.toISOString()].join('\t')}\n`
      }),
    )
    .join('')
}

/** An empty table with the columns, indexes and checks of `bar`, without its triggers. */
export async function emptyFloor({ sql }: Store): Promise<void> {
  await sql`DROP TABLE IF EXISTS floor_bar`
  await sql`CREATE TABLE floor_bar (LIKE bar INCLUDING ALL)`
}

/** The floor: COPY of the same rows, as an engineer writes it in five lines. */
export async function floorCopy({ sql }: Store, text: string): Promise<void> {
  await sql.begin(async (tx) => {
    const stream = await tx`COPY floor_bar FROM STDIN`.simple().writable()
    await new Promise<void>((resolve, reject) => {
      stream.on('error', reject).on('finish', resolve)
      stream.end(text)
    })
  })
}

/** Rows in the floor's table. */
export async function floorRows({ sql }: Store): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`SELECT count(*)::int AS rows FROM floor_bar`
  return row?.rows ?? 0
}
