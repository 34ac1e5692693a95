import { median } from 'simple-statistics'

/** Medians of what was measured in turn, the floor first: so whatever else the machine does meets both alike. */
export async function inTurn(
  rounds: number,
  floor: () => Promise<number>,
  ours: () => Promise<number>,
): Promise<{ readonly floor: number; readonly ours: number; readonly rounds: number }> {
  const seen: { floor: number[]; ours: number[] } = { floor: [], ours: [] }
  for (let round = 0; round < rounds; round++) {
    seen.floor.push(await floor())
    seen.ours.push(await ours())
  }
  return { floor: median(seen.floor), ours: median(seen.ours), rounds }
}
