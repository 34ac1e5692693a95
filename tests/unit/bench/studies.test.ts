import { expect, test } from 'vitest'
import { studiesOf, studyRows } from '../../bench/studies'
import { studyColumns, studyFloor } from '../../bench/studyFloor'

test('the floor that studies are measured against says what the library says', () => {
  const rows = studyRows(20)
  const floor = studyColumns(rows)
  studyFloor(rows, floor)
  const names = ['ar', 'arSe', 'arT', 'car', 'carSe', 'carT'] as const
  for (const [study, { abnormal, p }] of studiesOf(rows).entries()) {
    for (const name of names) {
      for (const [j, value] of abnormal[name].entries()) {
        expect(floor[name][study * rows.event + j]).toBeCloseTo(value, 11)
      }
    }
    expect(p).toBeGreaterThan(0)
    expect(floor.p[study]).toBeCloseTo(p, 11)
  }
})
