import { indicatorBases } from '@/lib/studies/indicators/listingIndicators'
import { countParameter, wordParameter } from '../parameters/schema'

/** The window of indicators when none is asked for, and its bounds; returns, a quarter of a year of sessions. */
export const usualWindow = 60
export const shortestWindow = 2
export const longestWindow = 500

/** What indicators are counted with, as query parameters. */
export const indicatorParameters = {
  window: countParameter(shortestWindow, longestWindow, usualWindow, 'Returns in a window'),
  adjust: wordParameter(
    indicatorBases,
    'split: comparable across splits. total: across cash dividends as well. As-traded closes jump at splits, so no return is counted on them',
  ).default('split'),
}
