import { cpus } from 'node:os'
import { terminalTable } from '@/jobs/terminalTable'
import type { LiveMeasured } from './live'
import type { Measured, Timing } from './measure'

/** A measured case with the name of its bench. */
export type ReportRow = Measured & { readonly bench: string }

/** Where and when the measurements were made: without it a figure says nothing. */
export interface Circumstances {
  readonly machine: string
  readonly node: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Processor, Node's version and the moment. */
export function circumstances(now: Date): Circumstances {
  const [first] = cpus()
  return {
    machine: `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${process.platform} ${process.arch}`,
    node: process.version,
    at: now.toISOString(),
  }
}

function line(row: ReportRow, timing: Timing, limit: string): string[] {
  const range = `${timing.minRatio.toFixed(2)}-${timing.maxRatio.toFixed(2)}`
  return [row.bench, row.name, row.size, timing.name, timing.medianMs.toFixed(2), timing.ratio.toFixed(2), range, limit]
}

/** The measurements as a table: medians in milliseconds, ratios against the floor of the same run with the least and greatest of a round. */
export function benchTable(rows: readonly ReportRow[], { machine, node, at }: Circumstances): string {
  const head = ['bench', 'case', 'size', 'who', 'median ms', 'x floor', 'min-max', 'limit']
  const lines = rows.flatMap((row) => [
    line(row, row.floor, ''),
    line(row, row.ours, row.limit === null ? '' : `${row.limit} ${row.within ? 'kept' : 'EXCEEDED'}`),
    ...row.peers.map((peer) => line(row, peer, '')),
  ])
  return `${machine}, Node ${node}, ${at}\n\n${terminalTable([head, ...lines])}`
}

/** The same as JSON. */
export function benchJson(rows: readonly ReportRow[], where: Circumstances, live: LiveMeasured | null = null): string {
  return JSON.stringify({ ...where, cases: rows, ...(live ? { live } : {}) }, null, 2)
}
