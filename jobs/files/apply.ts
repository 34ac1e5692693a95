import { readFile as read } from 'node:fs/promises'
import { resolve } from 'node:path'
import { bulkKinds } from '@/lib/api/bulk/kinds'
import { listingKind } from '@/lib/ingest/listingKind'
import { applyFiles, type SectionOutcome } from '@/lib/store/bulk/files'
import type { Store } from '@/lib/store/connection/store'
import { UsageError } from '../refresh/options'
import { stableName } from './names'
import { type FileError, type FileRow, type ReadFile, readFile } from './read'

/** The sections a file may have, those first that others point to. */
export const sectionKinds = { listings: listingKind, ...bulkKinds }

export interface FilesRun {
  readonly files: readonly string[]
  readonly stored: boolean
  readonly sections: readonly SectionOutcome[]
  /** What is wrong, by file and line; nothing is stored then. */
  readonly errors: readonly FileError[]
}

export interface FilesOptions {
  /** Archives what a file no longer names; else it is left to whoever may change it. */
  readonly archiveMissing: boolean
  readonly dryRun: boolean
  readonly now: Date
  /** Where paths begin; the working directory when not given. */
  readonly directory?: string
}

async function textOf(path: string): Promise<string> {
  try {
    return await read(path, 'utf8')
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} cannot be read: ${said}`, { cause: error })
  }
}

/** The rows of a section as they stand in the file, to tell the line of a field. */
function rowsOf(files: readonly ReadFile[], { file, entity }: SectionOutcome): readonly FileRow[] {
  const section = Object.entries(sectionKinds).find(([, kind]) => kind.entity === entity)?.[0] ?? ''
  return files.find((one) => one.file === file)?.sections[section] ?? []
}

function errorsOf(files: readonly ReadFile[], section: SectionOutcome): FileError[] {
  const rows = rowsOf(files, section)
  const told = section.rows.flatMap(({ key, line, fields }, place) =>
    fields.map(({ name, detail }) => ({
      file: section.file,
      line: rows[place]?.lineOf.get(name.split('.', 1)[0] ?? name) ?? line,
      message: `${section.entity}${key === null ? '' : ` ${key}`}: ${name}: ${detail}`,
    })),
  )
  return told.sort((a, b) => a.line - b.line)
}

/**
 * Reads files and makes what is stored what they say; with `dryRun` only tells what would change. Needs the scope `admin`. Throws `UsageError` for a file that cannot be read or is named twice.
 */
export async function runFiles(
  store: Store,
  paths: readonly string[],
  { archiveMissing, dryRun, now, directory = process.cwd() }: FilesOptions,
): Promise<FilesRun> {
  const files = paths.map((path) => stableName(path, directory))
  const twice = files.find((file, place) => files.indexOf(file) !== place)
  if (twice !== undefined) throw new UsageError(`${twice} is named twice`)
  const all = await Promise.all(
    paths.map(async (path, i) => readFile(files[i] ?? path, await textOf(resolve(directory, path)), sectionKinds)),
  )
  const unreadable = all.flatMap(({ errors }) => errors)
  if (unreadable.length > 0) return { files, stored: false, sections: [], errors: unreadable }
  const ctx = { actor: 'apply command', scopes: ['admin' as const], now }
  const sections = all.flatMap(({ file, sections: named }) =>
    Object.entries(sectionKinds).map(([name, kind]) => ({
      file,
      kind,
      rows: (named[name] ?? []).map(({ row }) => row),
    })),
  )
  const order = { files, kinds: Object.values(sectionKinds), sections, archiveMissing, dryRun }
  const done = await applyFiles(store, ctx, order)
  return { files, ...done, errors: done.sections.flatMap((section) => errorsOf(all, section)) }
}
