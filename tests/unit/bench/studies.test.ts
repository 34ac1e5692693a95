import { expect, test } from 'vitest'
import { libraryStudies, studyRows } from '../../bench/studies'
import { studyColumns, studyFloor } from '../../bench/studyFloor'

test('the floor that studies are measured against says what the library says', () => {
  const rows = studyRows(20)
  const [floor, ours] = [studyColumns(rows), studyColumns(rows)]
  studyFloor(rows, floor)
  libraryStudies(rows, ours)
  expect(ours.all).toHaveLength(20 * (6 * 41 + 1))
  for (const [i, value] of ours.all.entries()) expect(floor.all[i]).toBeCloseTo(value, 11)
  for (const p of ours.p) expect(p > 0 && p <= 1).toBe(true)
  expect(new Set(ours.all).size).toBeGreaterThan(0.9 * ours.all.length)
})
