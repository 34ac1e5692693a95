import { expect, test } from 'vitest'
import { arithmeticFigure } from '@/tests/bench/arithmetic'
import { circumstances } from '@/tests/bench/circumstances'
import { benchOptions } from '@/tests/bench/options'
import { benchJson, benchTable } from '@/tests/bench/report'
import { exitCodeOf, runSections } from '@/tests/bench/run'
import { type Figure, isKept, type Section } from '@/tests/bench/section'

const figure: Figure = {
  ...{ name: 'first load', size: '100,000 bars', unit: 'rows/s', ours: 40_000, floor: 100_000, rounds: 5 },
  limit: { of: 'ratio', least: 0.5 },
}
const promised: Figure = { ...figure, name: 'memory', ours: 12.5, floor: null, limit: { of: 'ours', most: 20 } }
const section = (name: string, measure: Section['measure']): Section => ({ name, measure })
const where = circumstances(new Date('2026-07-24T08:00:00Z'), 'short')

test('a section that fails is reported with its reason, and the others go on', async () => {
  const said: string[] = []
  const reports = await runSections(
    [
      section('first', async (mode, say) => {
        say(`at ${mode}`)
        throw new Error('no Postgres here')
      }),
      section('empty', async () => []),
      section('last', async () => [figure]),
    ],
    'full',
    (line) => said.push(line),
  )
  expect(reports.map(({ name, failure }) => [name, failure])).toEqual([
    ['first', 'no Postgres here'],
    ['empty', 'measured nothing'],
    ['last', null],
  ])
  expect(reports[2]?.figures).toEqual([figure])
  expect(said.slice(0, 3)).toEqual(['first: begins', 'first: at full', 'first: failed: no Postgres here'])
  expect(exitCodeOf(reports)).toBe(1)
  expect(benchTable(reports, where)).toContain('FAILED first: no Postgres here\nFAILED empty: measured nothing')
})

test('a promise that is not kept is reported, and is no failure', async () => {
  const reports = await runSections([section('ingest', async () => [figure, promised])], 'short', () => undefined)
  expect(exitCodeOf(reports)).toBe(0)
  const table = benchTable(reports, where)
  expect(table).toMatch(/ingest +first load +100,000 bars +rows\/s +40,000 +100,000 +0\.40 +5 +× ≥ 0\.5 +EXCEEDED/)
  expect(table).toMatch(/ingest +memory +100,000 bars +rows\/s +12\.5 +5 +≤ 20 +kept/)
  const { sections, ...rest } = JSON.parse(benchJson(reports, where))
  expect(rest).toEqual(where)
  expect(sections[0].figures).toEqual([
    { ...figure, ratio: 0.4, kept: false },
    { ...promised, ratio: null, kept: true },
  ])
})

test('the report says on what machine, when and of what it was made', () => {
  expect(where).toMatchObject({ at: '2026-07-24T08:00:00.000Z', mode: 'short', versions: { node: process.version } })
  expect(where.machine.load).toHaveLength(3)
  for (const version of Object.values(where.versions)) expect(version).toMatch(/\d|unknown/)
  expect(benchTable([], where)).toMatch(/^2026-07-24T08:00:00\.000Z, short; \d+ × .* load at the start .*\nnode v/)
})

test('a figure that is no number keeps no promise', () => {
  expect(isKept({ ...figure, ours: Number.NaN })).toBe(false)
  expect(isKept({ ...figure, floor: null })).toBe(false)
  expect(isKept({ ...figure, limit: null })).toBeNull()
})

test('cases of arithmetic are figures with the libraries beside them', () => {
  const timing = { name: 'floor', medianMs: 2, minMs: 1, maxMs: 3, ratio: 1, minRatio: 1, maxRatio: 1 }
  const ours = { ...timing, name: 'ours', medianMs: 5, ratio: 2.5, minRatio: 2, maxRatio: 3 }
  const measured = { name: 'a sum', size: '3 rows', limit: 2, within: false, floor: timing, ours, peers: [timing] }
  const got = arithmeticFigure(measured, { warmUp: 0, rounds: 7, peerRounds: 1 })
  expect(got).toMatchObject({ ours: 5, floor: 2, rounds: 7, spread: [2, 3], peers: [{ name: 'floor', value: 2 }] })
  expect(isKept(got)).toBe(false)
})

test('the command line names sections and how much is measured', () => {
  const known = ['study', 'live']
  expect(benchOptions([], known)).toEqual({ names: known, mode: 'short', json: false })
  expect(benchOptions(['live', '--full', '--json'], known)).toEqual({ names: ['live'], mode: 'full', json: true })
  expect(() => benchOptions(['lives'], known)).toThrow('lives: there is study, live')
  expect(() => benchOptions(['--short', '--full'], known)).toThrow('exclude each other')
})
