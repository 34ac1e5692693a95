import type { SectionOutcome } from '@/lib/store/bulk/files'
import { totalsOf } from '@/lib/store/bulk/outcome'
import type { FieldDifference } from '@/lib/store/errors'
import type { FilesRun } from './apply'

const longest = 60

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function fieldLine({ field, stored, sent }: FieldDifference): string {
  if (field === 'managedBy') return `      kept by ${stored ?? 'nobody'} -> ${sent ?? 'nobody'}`
  return `      ${field}: ${shown(stored)} -> ${shown(sent)}`
}

function sectionLines({ entity, rows, released }: SectionOutcome): string[] {
  return [
    ...rows.flatMap(({ outcome, key, difference }) => {
      if (outcome === 'create') return [`  + ${entity} ${key}`]
      return outcome === 'update' ? [`  ~ ${entity} ${key}`, ...difference.map(fieldLine)] : []
    }),
    ...released.map(({ key, archived }) => `  - ${entity} ${key} (${archived ? 'archived' : 'released'})`),
  ]
}

/** What files change, in plain words: the things of each file, then how many. */
export function filesText({ files, stored, sections, errors }: FilesRun): string {
  if (errors.length > 0) {
    const lines = errors.map(({ file, line, message }) => `${file}:${line}: ${message}`)
    return [...lines, 'Nothing was stored.'].join('\n')
  }
  const totals = totalsOf(sections.flatMap(({ rows }) => rows))
  const released = sections.reduce((sum, section) => sum + section.released.length, 0)
  const changes = files.flatMap((file) => {
    const lines = sections.filter((section) => section.file === file).flatMap(sectionLines)
    return lines.length === 0 ? [] : [file, ...lines]
  })
  const counts = `${totals.create} new, ${totals.update} changed, ${totals.unchanged} unchanged, ${released} no longer named.`
  const end = changes.length === 0 ? 'All is as the files say.' : stored ? 'Stored.' : 'Nothing was stored.'
  return [...changes, counts, end].join('\n')
}

/** The one document of `--json`. */
export function filesJson(run: FilesRun): string {
  return JSON.stringify(run)
}
