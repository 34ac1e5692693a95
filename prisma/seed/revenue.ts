import { cambriconRevenue } from './revenue/cambricon'
import { nvidiaRevenue } from './revenue/nvidia'
import type { SeedRevenue } from './types'

/** Quarterly revenue of both sides, eighteen quarters each, in the order of time. */
export const revenue: readonly SeedRevenue[] = [...cambriconRevenue, ...nvidiaRevenue]
