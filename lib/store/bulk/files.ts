import { type BulkNote, runBulkCommand } from '../audit/command'
import type { Transaction } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { auditJson } from '../editable/value'
import { findMany } from './find'
import { type BulkKind, keyOf } from './kind'
import { type Row, type RowOutcome, refusal } from './outcome'
import { putRows } from './put'

// Each kind reads and writes values of its own; files only hand them through.
// biome-ignore lint/suspicious/noExplicitAny: kinds of different values in one list
type AnyKind = BulkKind<any>

/** What one file says of one kind. */
export interface FileSection {
  readonly file: string
  readonly kind: AnyKind
  readonly rows: readonly Row[]
}

export interface FilesOrder {
  /** The names of all files, also of those that say nothing any more. */
  readonly files: readonly string[]
  /** Every kind that files may own, those first that others point to. */
  readonly kinds: readonly AnyKind[]
  readonly sections: readonly FileSection[]
  /** What a file no longer names: archived, or else left as it is to whoever may change it. */
  readonly archiveMissing: boolean
  /** Tells what would change and stores nothing. */
  readonly dryRun: boolean
}

/** A thing that its file no longer names. */
export interface Released {
  readonly key: string
  readonly archived: boolean
}

/** What became of one kind in one file, or would. `rows` are in the order of the section's rows. */
export interface SectionOutcome {
  readonly file: string
  readonly entity: string
  readonly rows: readonly RowOutcome[]
  readonly released: readonly Released[]
}

export interface FilesOutcome {
  readonly stored: boolean
  readonly sections: readonly SectionOutcome[]
}

type Notes = BulkNote[]

/** Releases what is owned by `file` and not among `named`. */
async function releaseMissing(
  sql: Transaction,
  ctx: CommandContext,
  kind: AnyKind,
  { file, named, archive }: { file: string; named: ReadonlySet<string | null>; archive: boolean },
  notes: Notes,
): Promise<Released[]> {
  const owned = await findMany(sql, kind, { managedBy: [file] })
  const gone = owned.filter((thing) => !named.has(keyOf(kind, thing)))
  for (const thing of gone) {
    const value = archive ? kind.archived(thing.value) : thing.value
    await kind.update(sql, ctx, thing.id, value, null)
    const action = archive ? 'archive' : 'release'
    const [before, after] = [auditJson(thing.value), auditJson(value)]
    notes.push({ action, entity: kind.entity, key: keyOf(kind, thing), before, after, actor: ctx.actor })
  }
  return gone.map((thing) => ({ key: keyOf(kind, thing), archived: archive }))
}

/** Refuses what an earlier file names as well. */
function namedOnce(rows: readonly RowOutcome[], file: string, namedBy: Map<string, string>): RowOutcome[] {
  return rows.map((row) => {
    if (row.key === null) return row
    const earlier = namedBy.get(row.key)
    namedBy.set(row.key, earlier ?? file)
    if (earlier === undefined) return row
    return refusal(row.line, row.key, [{ name: 'item', detail: `"${row.key}" is named by ${earlier} as well` }])
  })
}

/**
 * Makes things what files say, in one transaction with an audit entry a change (actor `file NAME`): what a file names is created or changed to exactly that and owned by the file; what it
 * no longer names is released or archived. Nothing is stored when a row is refused. Needs the scope `admin`. Throws `ScopeError`; bad rows are told one by one.
 */
export async function applyFiles(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  { files, kinds, sections, archiveMissing, dryRun }: FilesOrder,
): Promise<FilesOutcome> {
  return runBulkCommand(store, ctx, 'admin', async (sql) => {
    // In the order in which commands lock: events point to listings, so listings come last.
    for (const { table } of kinds.toReversed()) await sql`LOCK TABLE ${sql(table.name)} IN EXCLUSIVE MODE`
    const notes: Notes = []
    const done: SectionOutcome[] = []
    for (const kind of kinds) {
      const namedBy = new Map<string, string>()
      for (const file of files) {
        const as = { ...ctx, actor: `file ${file}` }
        const rows = sections.filter((one) => one.file === file && one.kind === kind).flatMap((one) => one.rows)
        const takesFrom = files.filter((other) => other !== file)
        const put = await putRows(sql, as, kind, rows, { file, takesFrom, whole: true })
        notes.push(...put.notes.map((note) => ({ ...note, actor: as.actor })))
        done.push({ file, entity: kind.entity, rows: namedOnce(put.outcomes, file, namedBy), released: [] })
      }
    }
    const all: SectionOutcome[] = []
    for (const section of done) {
      const kind = kinds.find(({ entity }) => entity === section.entity)
      if (kind === undefined) continue
      const named = new Set(section.rows.map(({ key }) => key))
      const as = { ...ctx, actor: `file ${section.file}` }
      const missing = { file: section.file, named, archive: archiveMissing }
      all.push({ ...section, released: await releaseMissing(sql, as, kind, missing, notes) })
    }
    const refused = all.some(({ rows }) => rows.some(({ outcome }) => outcome === 'refused'))
    const keep = !dryRun && !refused
    return { result: { stored: keep, sections: all.filter(isTold) }, notes, keep }
  })
}

const isTold = ({ rows, released }: SectionOutcome) => rows.length > 0 || released.length > 0
