import { newYork2015to2023 } from './newYork2015to2023'
import type { ExchangeCalendar } from './types'

/** Closures and early closes shared by the New York Stock Exchange and Nasdaq. */
export const newYork: ExchangeCalendar = {
  knownFrom: '2015-01-01',
  knownUntil: '2028-12-31',
  source:
    "NYSE Group's announcements of holidays and early closes for 2024 (2021-12-27), for 2025 to 2027 (2024-11-08) and for 2026 to 2028 (2025-12-23), and the closures for the funerals of Presidents Bush and Carter; Nasdaq has kept the same days, which its Composite's dates confirm from 2024 to 2026-08-20. Closures and early closes of 2015 to 2023 are checked against the holidays package for Python (0.105), those to 2016 against QuantConnect's list too.",
  years: {
    ...newYork2015to2023,
    2024: {
      closures: {
        '2024-01-01': "New Year's Day",
        '2024-01-15': 'Martin Luther King Jr. Day',
        '2024-02-19': "Washington's Birthday",
        '2024-03-29': 'Good Friday',
        '2024-05-27': 'Memorial Day',
        '2024-06-19': 'Juneteenth',
        '2024-07-04': 'Independence Day',
        '2024-09-02': 'Labor Day',
        '2024-11-28': 'Thanksgiving',
        '2024-12-25': 'Christmas Day',
      },
      earlyCloses: { '2024-07-03': '13:00', '2024-11-29': '13:00', '2024-12-24': '13:00' },
    },
    2025: {
      closures: {
        '2025-01-01': "New Year's Day",
        '2025-01-09': 'Mourning for President Carter',
        '2025-01-20': 'Martin Luther King Jr. Day',
        '2025-02-17': "Washington's Birthday",
        '2025-04-18': 'Good Friday',
        '2025-05-26': 'Memorial Day',
        '2025-06-19': 'Juneteenth',
        '2025-07-04': 'Independence Day',
        '2025-09-01': 'Labor Day',
        '2025-11-27': 'Thanksgiving',
        '2025-12-25': 'Christmas Day',
      },
      earlyCloses: { '2025-07-03': '13:00', '2025-11-28': '13:00', '2025-12-24': '13:00' },
    },
    2026: {
      closures: {
        '2026-01-01': "New Year's Day",
        '2026-01-19': 'Martin Luther King Jr. Day',
        '2026-02-16': "Washington's Birthday",
        '2026-04-03': 'Good Friday',
        '2026-05-25': 'Memorial Day',
        '2026-06-19': 'Juneteenth',
        '2026-07-03': 'Independence Day',
        '2026-09-07': 'Labor Day',
        '2026-11-26': 'Thanksgiving',
        '2026-12-25': 'Christmas Day',
      },
      earlyCloses: { '2026-11-27': '13:00', '2026-12-24': '13:00' },
    },
    2027: {
      closures: {
        '2027-01-01': "New Year's Day",
        '2027-01-18': 'Martin Luther King Jr. Day',
        '2027-02-15': "Washington's Birthday",
        '2027-03-26': 'Good Friday',
        '2027-05-31': 'Memorial Day',
        '2027-06-18': 'Juneteenth',
        '2027-07-05': 'Independence Day',
        '2027-09-06': 'Labor Day',
        '2027-11-25': 'Thanksgiving',
        '2027-12-24': 'Christmas Day',
      },
      earlyCloses: { '2027-11-26': '13:00' },
    },
    2028: {
      closures: {
        '2028-01-17': 'Martin Luther King Jr. Day',
        '2028-02-21': "Washington's Birthday",
        '2028-04-14': 'Good Friday',
        '2028-05-29': 'Memorial Day',
        '2028-06-19': 'Juneteenth',
        '2028-07-04': 'Independence Day',
        '2028-09-04': 'Labor Day',
        '2028-11-23': 'Thanksgiving',
        '2028-12-25': 'Christmas Day',
      },
      earlyCloses: { '2028-07-03': '13:00', '2028-11-24': '13:00' },
    },
  },
}
