import type { ExchangeCalendar } from './types'
import { shanghai2015to2019 } from './XSHG2015to2019'
import { shanghai2020to2023 } from './XSHG2020to2023'

/**
 * Closures of the Shanghai Stock Exchange (main board and STAR Market). A make-up working weekend is never a session.
 * No session ends early by plan; the index circuit breaker, in force from 2016-01-04 to 2016-01-07, ended two.
 */
export const shanghai: ExchangeCalendar = {
  knownFrom: '2015-01-01',
  knownUntil: '2026-12-31',
  source:
    "Shanghai Stock Exchange, its yearly notices of holiday closures; that for 2026 (of 2025-12-22) was read in two press copies. The closures of 2015 to 2023 are those of exchange_calendars and, the same to the day, of the holidays package for Python (0.105); the two early ends of January 2016 are the exchange's notices of those days, read in the press. Sessions of 2024 to 2026-07-22 are checked against the CSI 300's own dates.",
  years: {
    ...shanghai2015to2019,
    ...shanghai2020to2023,
    2024: {
      closures: {
        '2024-01-01': "New Year's Day",
        '2024-02-09': 'Spring Festival',
        '2024-02-12': 'Spring Festival',
        '2024-02-13': 'Spring Festival',
        '2024-02-14': 'Spring Festival',
        '2024-02-15': 'Spring Festival',
        '2024-02-16': 'Spring Festival',
        '2024-04-04': 'Qingming Festival',
        '2024-04-05': 'Qingming Festival',
        '2024-05-01': 'Labour Day',
        '2024-05-02': 'Labour Day',
        '2024-05-03': 'Labour Day',
        '2024-06-10': 'Dragon Boat Festival',
        '2024-09-16': 'Mid-Autumn Festival',
        '2024-09-17': 'Mid-Autumn Festival',
        '2024-10-01': 'National Day',
        '2024-10-02': 'National Day',
        '2024-10-03': 'National Day',
        '2024-10-04': 'National Day',
        '2024-10-07': 'National Day',
      },
      earlyCloses: {},
    },
    2025: {
      closures: {
        '2025-01-01': "New Year's Day",
        '2025-01-28': 'Spring Festival',
        '2025-01-29': 'Spring Festival',
        '2025-01-30': 'Spring Festival',
        '2025-01-31': 'Spring Festival',
        '2025-02-03': 'Spring Festival',
        '2025-02-04': 'Spring Festival',
        '2025-04-04': 'Qingming Festival',
        '2025-05-01': 'Labour Day',
        '2025-05-02': 'Labour Day',
        '2025-05-05': 'Labour Day',
        '2025-06-02': 'Dragon Boat Festival',
        '2025-10-01': 'National Day and Mid-Autumn Festival',
        '2025-10-02': 'National Day and Mid-Autumn Festival',
        '2025-10-03': 'National Day and Mid-Autumn Festival',
        '2025-10-06': 'National Day and Mid-Autumn Festival',
        '2025-10-07': 'National Day and Mid-Autumn Festival',
        '2025-10-08': 'National Day and Mid-Autumn Festival',
      },
      earlyCloses: {},
    },
    2026: {
      closures: {
        '2026-01-01': "New Year's Day",
        '2026-01-02': "New Year's Day",
        '2026-02-16': 'Spring Festival',
        '2026-02-17': 'Spring Festival',
        '2026-02-18': 'Spring Festival',
        '2026-02-19': 'Spring Festival',
        '2026-02-20': 'Spring Festival',
        '2026-02-23': 'Spring Festival',
        '2026-04-06': 'Qingming Festival',
        '2026-05-01': 'Labour Day',
        '2026-05-04': 'Labour Day',
        '2026-05-05': 'Labour Day',
        '2026-06-19': 'Dragon Boat Festival',
        '2026-09-25': 'Mid-Autumn Festival',
        '2026-10-01': 'National Day',
        '2026-10-02': 'National Day',
        '2026-10-05': 'National Day',
        '2026-10-06': 'National Day',
        '2026-10-07': 'National Day',
      },
      earlyCloses: {},
    },
  },
}
