/** One quarter of Cambricon: CNY, how exact, the evening on which it was announced, and the document it is from. */
export interface CambriconQuarter {
  readonly label: string
  readonly value: string
  readonly derived: boolean
  readonly precision: string
  /** Day of the announcement in Shanghai (in the evening); null when not known. */
  readonly announced: string | null
  /** Date that the filing carries at CNINFO. */
  readonly filed: string | null
  readonly document: string
}

const quarter = (
  label: string,
  value: string,
  kind: 'reported' | 'derived',
  precision: string,
  announced: string | null,
  filed: string | null,
  document: string,
): CambriconQuarter => ({ label, value, derived: kind === 'derived', precision, announced, filed, document })

const DIFFERENCE = 'difference of rounded figures'
const ANNUAL_2025 = 'Table of quarters in the annual report 2025 (CNINFO 1225007336), as quoted in a public repository'
const Q3_2024 = 'Third-quarter report 2024 (Sina Finance, announcement 10567665)'
const STOCKANALYSIS = 'stockanalysis.com, financials of 688256'

/** Eighteen quarters in the order of time. Chinese reports are year-to-date, so most second and fourth quarters are differences. */
export const cambriconQuarters: readonly CambriconQuarter[] = [
  quarter('2022-Q1', '62990732.03', 'reported', 'exact', null, null, 'reportify.ai, filing 947601503709958144'),
  quarter(
    '2022-Q2',
    '109000000',
    'derived',
    `${DIFFERENCE}: half-year 172 million, 3 significant figures`,
    '2022-08-12',
    null,
    'caijingym.com, article 127156: half-year less first quarter',
  ),
  quarter(
    '2022-Q3',
    '92580000',
    'reported',
    'rounded to 4 significant figures',
    '2022-10-26',
    null,
    'xsdqwy.com, article 2340',
  ),
  quarter(
    '2022-Q4',
    '465000000',
    'derived',
    `${DIFFERENCE}: nine months 264 million, 3 significant figures`,
    '2023-04-28',
    '2023-04-29',
    'robinawilliams.com, article 1711604 (flash report of the year): year less nine months',
  ),
  quarter(
    '2023-Q1',
    '75288000',
    'reported',
    'rounded to 5 significant figures',
    '2023-04-28',
    '2023-04-29',
    'scnjtv.com, article 77422 of 2023-05-05',
  ),
  quarter(
    '2023-Q2',
    '39180000',
    'derived',
    DIFFERENCE,
    '2023-08-30',
    null,
    `${Q3_2024}, nine months of 2023 from its growth rate, less the first and third quarters`,
  ),
  quarter(
    '2023-Q3',
    '31342800',
    'reported',
    'rounded to 6 significant figures',
    '2023-10-27',
    '2023-10-28',
    'chengju.com, article f5614f1abe30860a34a923486156706d',
  ),
  quarter(
    '2023-Q4',
    '563580000',
    'derived',
    DIFFERENCE,
    '2024-04-29',
    '2024-04-30',
    `${STOCKANALYSIS}: year 709.39 million less nine months 145.81 million`,
  ),
  quarter(
    '2024-Q1',
    '25667000',
    'reported',
    'rounded to 4 or 5 significant figures',
    '2024-04-29',
    '2024-04-30',
    'yunxiqiu.com, article 658902; wallstreetcn.com, article 3745495',
  ),
  quarter(
    '2024-Q2',
    '39098343.16',
    'derived',
    'difference of an exact half-year and a rounded first quarter',
    '2024-08-30',
    '2024-08-31',
    `${Q3_2024}: nine months less the third and first quarters`,
  ),
  quarter('2024-Q3', '120541234.02', 'reported', 'exact', '2024-10-30', '2024-10-31', Q3_2024),
  quarter(
    '2024-Q4',
    '989000000',
    'derived',
    DIFFERENCE,
    '2025-04-18',
    '2025-04-19',
    `${STOCKANALYSIS}: year 1,174 million less nine months 185.31 million`,
  ),
  quarter(
    '2025-Q1',
    '1111398926.80',
    'reported',
    'exact',
    '2025-04-18',
    '2025-04-19',
    'Comparative column of the first-quarter report 2026; wallstreetcn.com, article 3745495',
  ),
  quarter('2025-Q2', '1769244544.29', 'reported', 'exact', '2025-08-26', '2025-08-27', ANNUAL_2025),
  quarter(
    '2025-Q3',
    '1726780892.57',
    'reported',
    'exact',
    '2025-10-17',
    '2025-10-18',
    `${ANNUAL_2025}; CNINFO 1224719401`,
  ),
  quarter('2025-Q4', '1889771835.02', 'reported', 'exact', '2026-03-12', '2026-03-13', ANNUAL_2025),
  quarter(
    '2026-Q1',
    '2884696746.86',
    'reported',
    'exact',
    '2026-04-29',
    '2026-04-30',
    'First-quarter report 2026 (CNINFO 1225264337), as quoted in public repositories',
  ),
  quarter(
    '2026-Q2',
    '3111000000',
    'derived',
    'difference of a half-year rounded to 4 significant figures and an exact first quarter',
    '2026-08-07',
    '2026-08-08',
    'Half-year report 2026 (CNINFO 1225464969), as quoted in a public repository',
  ),
]
