import type { Figures } from '@/lib/ingest/import/changes'
import type { ImportResult } from '@/lib/ingest/import/importBars'
import { terminalTable } from '../terminalTable'

/** Lines of one kind that are shown; of more only how many. */
const shown = 20

/** The one document of `--json`: volumes as text. */
export function importJson(result: ImportResult): string {
  return JSON.stringify(result, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

function some(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length > shown ? [`  and ${lines.length - shown} more`] : []
  return [title, ...lines.slice(0, shown).map((line) => `  ${line}`), ...more]
}

const cells = ['open', 'high', 'low', 'close', 'volume'] as const
const difference = (old: Figures, now: Figures) =>
  cells.map((cell) => {
    const [a, b] = [String(old[cell] ?? '-'), String(now[cell] ?? '-')]
    return a === b ? a : `${a} -> ${b}`
  })

/** What an import did or would do, in plain words. */
export function importText(result: ImportResult, symbol: string): string {
  const { added, changed, unchanged, held, errors, refusal, stored } = result
  const range = added.length === 0 ? '' : ` (${added[0]} to ${added.at(-1)})`
  const counts = `${added.length} new${range}, ${changed.length} changed, ${unchanged} unchanged, ${held.length} held back`
  const table = terminalTable([
    ['session', ...cells],
    ...changed.slice(0, shown).map(({ session, old, new: now }) => [session, ...difference(old, now)]),
  ])
  const more = changed.length > shown ? [`  and ${changed.length - shown} more`] : []
  return [
    ...some(
      'Lines that cannot be imported:',
      errors.map(({ line, message }) => `line ${line}: ${message}`),
    ),
    ...(changed.length > 0 ? ['Changed, old -> new:', table, ...more] : []),
    ...some(
      'Held back for a look:',
      held.map(({ session, reason }) => `${session}: ${reason}`),
    ),
    ...(refusal === null ? [`${symbol}: ${counts}.`] : [`Refused: ${refusal}.`]),
    stored ? 'Stored.' : 'Nothing was stored.',
  ].join('\n')
}
