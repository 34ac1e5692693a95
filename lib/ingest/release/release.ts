import { isMic } from '@/lib/market/exchange'
import { runCommand } from '@/lib/store/audit/command'
import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import { auditJson, parsedInput } from '@/lib/store/editable/value'
import { InputError } from '@/lib/store/errors'
import { listingBySymbol } from '@/lib/store/listing/list'
import { auditedRow, heldRow, markClosed } from '@/lib/store/quarantine/close'
import type { QuarantineRow } from '@/lib/store/quarantine/list'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { recountGaps } from '../recountGaps'
import { releaseAction } from './action'
import { releaseBar } from './bar'
import { type EditField, editFields, releaseEdits } from './edits'
import { releaseRevenue, releaseShares } from './figures'
import { notReleasable, type Owned, type Written } from './owned'
import { type ReleaseWay, releaseWay } from './ways'

/** What a release wrote, and the row as it stands then. */
export interface Released extends Omit<Written, 'value'> {
  readonly row: QuarantineRow
}

const writers = { bar: releaseBar, action: releaseAction, revenue: releaseRevenue, shares: releaseShares } as const

function assertTaken(edits: Readonly<Partial<Record<EditField, unknown>>>, { takes, writes }: ReleaseWay): void {
  const odd = (Object.keys(editFields) as EditField[]).filter(
    (field) => edits[field] !== undefined && !takes.includes(field),
  )
  if (odd.length > 0) throw new InputError(odd.map((name) => ({ name, detail: `does not go with a row of ${writes}` })))
}

/**
 * Releases a held row, as it is or as a person corrected it (`edits`, see `editFields`): a bar, a figure of revenue or a share count that passes the hard rules is written
 * with the source it came from; a split (a candidate or a feed's own) becomes a corporate action; the row is marked with who and when. One transaction, with its audit
 * entry. Throws `QuarantineError` for an unknown or closed row, and for one that cannot be stored; `InputError` for edits it does not take. Needs the scope `admin`.
 */
export async function releaseRow(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  id: bigint,
  edits: unknown = {},
): Promise<Released> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    const said = parsedInput(releaseEdits, edits)
    const row = await heldRow(sql, id)
    const listing = row.listing === null ? null : await listingBySymbol(sql, row.listing)
    const way = releaseWay(row, listing)
    if (way === null || listing === null || !isMic(listing.mic)) {
      throw notReleasable(
        row,
        `it cannot be made a ${row.entity} that is stored (${row.reason}). Correct it at its source, or reject it`,
      )
    }
    assertTaken(said, way)
    await lockSeries(sql, listing.id)
    const owned: Owned = { row, listing: { ...listing, mic: listing.mic } }
    const { value, ...written } = await writers[way.writes](sql, ctx, owned, said)
    if (way.writes === 'bar' || way.writes === 'action') await recountGaps(sql, ctx, listing.symbol)
    await markClosed(sql, ctx, id, 'released')
    const closed = { ...row, state: 'released' as const, closedAt: ctx.now, closedBy: ctx.actor }
    const after = { ...auditedRow(closed), wrote: written.wrote, stored: auditJson(value) }
    const note = { action: 'release', entity: 'quarantine' as const, key: String(id), before: auditedRow(row), after }
    return { result: { ...written, row: closed }, note }
  })
}
