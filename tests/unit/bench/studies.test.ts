import { expect, test } from 'vitest'
import { studyCases, studyRows } from '../../bench/studies'

test('the floor that studies are measured against says what the library says', () => {
  const [studies] = studyCases(20)
  const [floor, ours] = [studies?.floor() ?? [], Float64Array.from(studies?.subject() ?? [])]
  // Six columns of 41 days and one p a study.
  expect(ours).toHaveLength(20 * (6 * 41 + 1))
  for (const [i, value] of ours.entries()) expect(floor[i]).toBeCloseTo(value, 11)
  for (const p of ours.slice(-20)) expect(p > 0 && p <= 1).toBe(true)
  expect(new Set(ours).size).toBeGreaterThan(0.9 * ours.length)
})

test('every run measures the same returns', () => {
  expect(studyRows(3)).toEqual(studyRows(3))
})
