import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readStandinFile } from '../standin/file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standin-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function file(content: unknown): string {
  const path = join(folder, 'data.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe("the stand-in's file", () => {
  test('adds its bars to a CSV beside it, and replaces those of the same session', () => {
    writeFileSync(
      join(folder, 't.csv'),
      'session,open,high,low,close,volume\n2026-01-05,1,2,1,2,9\n2026-01-06,2,3,2,3,\n',
    )
    const bars = [
      ['2026-01-06', 5, 6, 5, 6, 7],
      ['2026-01-07', 6, 7, 6, null, null],
    ]
    const listing = { symbol: 'T', currency: 'USD', timeZone: 'America/New_York', csv: 't.csv', bars }
    const { data, faults } = readStandinFile(
      file({ listings: [listing], faults: [{ match: 'T', fault: { kind: 'closed' } }] }),
    )
    expect(data.listings?.[0]?.bars.map(({ session, close, volume }) => [session, close, volume])).toEqual([
      ['2026-01-05', 2, 9],
      ['2026-01-06', 6, 7],
      ['2026-01-07', null, null],
    ])
    expect(faults).toEqual([{ match: 'T', fault: { kind: 'closed' } }])
  })

  test('with a misspelt part is refused by its name', () => {
    expect(() => readStandinFile(file({ listing: [] }))).toThrow(/listing/)
  })
})
