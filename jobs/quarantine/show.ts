import type { QuarantineRow } from '@/lib/store/quarantine/list'
import { terminalTable } from '../terminalTable'

/** The one document of `--json`: rows whole, ids as text, moments in UTC. */
export function quarantineJson(rows: readonly QuarantineRow[]): string {
  return JSON.stringify({ rows }, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/** The rows as a table, the newest first. */
export function quarantineTable(rows: readonly QuarantineRow[]): string {
  if (rows.length === 0) return 'Nothing is in quarantine.'
  const head = ['id', 'state', 'held at', 'listing', 'feed', 'what', 'key', 'reason']
  const cells = rows.map((row) => [
    String(row.id),
    row.state,
    `${row.heldAt.toISOString().slice(0, 16)}Z`,
    row.listing ?? '-',
    row.feed,
    row.entity,
    row.key,
    row.reason,
  ])
  return terminalTable([head, ...cells])
}
