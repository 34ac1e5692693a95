import type { ExchangeCalendar } from './types'
import { hongKong2015to2019 } from './XHKG2015to2019'
import { hongKong2020to2023 } from './XHKG2020to2023'

/**
 * Closures, half days (morning session only) and sessions cut short by weather of the Hong Kong securities market. Since
 * 2024-09-23 it trades through typhoons and rainstorms. A late open is that of continuous trading.
 */
export const hongKong: ExchangeCalendar = {
  knownFrom: '2015-01-01',
  knownUntil: '2026-12-31',
  source:
    "Hong Kong's gazetted general holidays, on which its exchange closes, the exchange's half days on the eves of Lunar New Year, Christmas and New Year, and its notices, as the press gave them, of days lost to typhoons and rain: cancelled, opened late or ended early. Holidays and half days of 2015 to 2023 are checked against the holidays package for Python (0.105), whole days lost against exchange_calendars and pandas_market_calendars. Closures of 2024 to 2026-04-01 are checked against Tencent's own dates; later ones and the half days were not compared with the exchange's circulars.",
  years: {
    ...hongKong2015to2019,
    ...hongKong2020to2023,
    2024: {
      closures: {
        '2024-01-01': "New Year's Day",
        '2024-02-12': 'Lunar New Year',
        '2024-02-13': 'Lunar New Year',
        '2024-03-29': 'Good Friday',
        '2024-04-01': 'Easter Monday',
        '2024-04-04': 'Ching Ming Festival',
        '2024-05-01': 'Labour Day',
        '2024-05-15': 'Birthday of the Buddha',
        '2024-06-10': 'Tuen Ng Festival',
        '2024-07-01': 'HKSAR Establishment Day',
        '2024-09-06': 'Typhoon Yagi',
        '2024-09-18': 'Day after Mid-Autumn Festival',
        '2024-10-01': 'National Day',
        '2024-10-11': 'Chung Yeung Festival',
        '2024-12-25': 'Christmas Day',
        '2024-12-26': 'First weekday after Christmas Day',
      },
      earlyCloses: { '2024-02-09': '12:00', '2024-12-24': '12:00', '2024-12-31': '12:00' },
    },
    2025: {
      closures: {
        '2025-01-01': "New Year's Day",
        '2025-01-29': 'Lunar New Year',
        '2025-01-30': 'Lunar New Year',
        '2025-01-31': 'Lunar New Year',
        '2025-04-04': 'Ching Ming Festival',
        '2025-04-18': 'Good Friday',
        '2025-04-21': 'Easter Monday',
        '2025-05-01': 'Labour Day',
        '2025-05-05': 'Birthday of the Buddha',
        '2025-07-01': 'HKSAR Establishment Day',
        '2025-10-01': 'National Day',
        '2025-10-07': 'Day after Mid-Autumn Festival',
        '2025-10-29': 'Chung Yeung Festival',
        '2025-12-25': 'Christmas Day',
        '2025-12-26': 'First weekday after Christmas Day',
      },
      earlyCloses: { '2025-01-28': '12:00', '2025-12-24': '12:00', '2025-12-31': '12:00' },
    },
    2026: {
      closures: {
        '2026-01-01': "New Year's Day",
        '2026-02-17': 'Lunar New Year',
        '2026-02-18': 'Lunar New Year',
        '2026-02-19': 'Lunar New Year',
        '2026-04-03': 'Good Friday',
        '2026-04-06': 'Day after Ching Ming Festival',
        '2026-04-07': 'Day after Easter Monday',
        '2026-05-01': 'Labour Day',
        '2026-05-25': 'Day after the Birthday of the Buddha',
        '2026-06-19': 'Tuen Ng Festival',
        '2026-07-01': 'HKSAR Establishment Day',
        '2026-10-01': 'National Day',
        '2026-10-19': 'Day after Chung Yeung Festival',
        '2026-12-25': 'Christmas Day',
      },
      earlyCloses: { '2026-02-16': '12:00', '2026-12-24': '12:00', '2026-12-31': '12:00' },
    },
  },
}
