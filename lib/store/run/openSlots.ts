import type { Queryable } from '../connection/sql'

/** A slot that nobody runs: never begun, or begun by a process that broke off or let its lease run out. */
export interface OpenSlot {
  readonly slotId: string
  readonly state: 'missed' | 'abandoned'
}

/** Those of the slots that nobody has run and nobody is running at `now`, in the order given. */
export async function openSlots(sql: Queryable, slotIds: readonly string[], now: Date): Promise<OpenSlot[]> {
  const rows = await sql<{ slotId: string; open: boolean }[]>`
    SELECT slot_id AS "slotId",
      outcome = 'abandoned' OR (outcome = 'running' AND coalesce(lease_until, started_at) < ${now}) AS open
    FROM refresh_run WHERE slot_id IN ${sql(slotIds)}`
  const known = new Map(rows.map(({ slotId, open }) => [slotId, open]))
  return slotIds.flatMap((slotId): OpenSlot[] => {
    const open = known.get(slotId)
    if (open === undefined) return [{ slotId, state: 'missed' }]
    return open ? [{ slotId, state: 'abandoned' }] : []
  })
}
