/** One fiscal quarter of Nvidia as the SEC's company facts give it, with what is known of its announcement. */
export interface NvidiaQuarter {
  readonly label: string
  readonly periodStart: string
  readonly periodEnd: string
  /** US dollars. */
  readonly value: string
  /** Filing date and accession number of the 10-Q, or of the 10-K for a fourth quarter. */
  readonly filed: string
  readonly accession: string
  /** Day of the 8-K with the results, where that was not the day of the quarterly report. */
  readonly announced?: string
  /** Acceptance of the 8-K with the results, where recorded. */
  readonly accepted?: string
  /** Accession number of that 8-K, given with either of the two. */
  readonly release?: string
}

/** Eighteen quarters in the order of time. A fourth quarter is the year less the first nine months. */
export const nvidiaQuarters: readonly NvidiaQuarter[] = [
  {
    label: 'FY2023-Q1',
    periodStart: '2022-01-31',
    periodEnd: '2022-05-01',
    value: '8288000000',
    filed: '2022-05-27',
    accession: '0001045810-22-000079',
    announced: '2022-05-25',
    release: '0001045810-22-000073',
  },
  {
    label: 'FY2023-Q2',
    periodStart: '2022-05-02',
    periodEnd: '2022-07-31',
    value: '6704000000',
    filed: '2022-08-31',
    accession: '0001045810-22-000147',
    announced: '2022-08-24',
    release: '0001045810-22-000136',
  },
  {
    label: 'FY2023-Q3',
    periodStart: '2022-08-01',
    periodEnd: '2022-10-30',
    value: '5931000000',
    filed: '2022-11-18',
    accession: '0001045810-22-000166',
    announced: '2022-11-16',
    release: '0001045810-22-000163',
  },
  {
    label: 'FY2023-Q4',
    periodStart: '2022-10-31',
    periodEnd: '2023-01-29',
    value: '6051000000',
    filed: '2023-02-24',
    accession: '0001045810-23-000017',
    announced: '2023-02-22',
    release: '0001045810-23-000014',
  },
  {
    label: 'FY2024-Q1',
    periodStart: '2023-01-30',
    periodEnd: '2023-04-30',
    value: '7192000000',
    filed: '2023-05-26',
    accession: '0001045810-23-000093',
    announced: '2023-05-24',
    release: '0001045810-23-000087',
  },
  {
    label: 'FY2024-Q2',
    periodStart: '2023-05-01',
    periodEnd: '2023-07-30',
    value: '13507000000',
    filed: '2023-08-28',
    accession: '0001045810-23-000175',
    announced: '2023-08-23',
    release: '0001045810-23-000171',
  },
  {
    label: 'FY2024-Q3',
    periodStart: '2023-07-31',
    periodEnd: '2023-10-29',
    value: '18120000000',
    filed: '2023-11-21',
    accession: '0001045810-23-000227',
  },
  {
    label: 'FY2024-Q4',
    periodStart: '2023-10-30',
    periodEnd: '2024-01-28',
    value: '22103000000',
    filed: '2024-02-21',
    accession: '0001045810-24-000029',
  },
  {
    label: 'FY2025-Q1',
    periodStart: '2024-01-29',
    periodEnd: '2024-04-28',
    value: '26044000000',
    filed: '2024-05-29',
    accession: '0001045810-24-000124',
    announced: '2024-05-22',
    release: '0001045810-24-000113',
  },
  {
    label: 'FY2025-Q2',
    periodStart: '2024-04-29',
    periodEnd: '2024-07-28',
    value: '30040000000',
    filed: '2024-08-28',
    accession: '0001045810-24-000264',
  },
  {
    label: 'FY2025-Q3',
    periodStart: '2024-07-29',
    periodEnd: '2024-10-27',
    value: '35082000000',
    filed: '2024-11-20',
    accession: '0001045810-24-000316',
  },
  {
    label: 'FY2025-Q4',
    periodStart: '2024-10-28',
    periodEnd: '2025-01-26',
    value: '39331000000',
    filed: '2025-02-26',
    accession: '0001045810-25-000023',
  },
  {
    label: 'FY2026-Q1',
    periodStart: '2025-01-27',
    periodEnd: '2025-04-27',
    value: '44062000000',
    filed: '2025-05-28',
    accession: '0001045810-25-000116',
  },
  {
    label: 'FY2026-Q2',
    periodStart: '2025-04-28',
    periodEnd: '2025-07-27',
    value: '46743000000',
    filed: '2025-08-27',
    accession: '0001045810-25-000209',
    accepted: '2025-08-27T20:22:00Z',
    release: '0001045810-25-000207',
  },
  {
    label: 'FY2026-Q3',
    periodStart: '2025-07-28',
    periodEnd: '2025-10-26',
    value: '57006000000',
    filed: '2025-11-19',
    accession: '0001045810-25-000230',
    accepted: '2025-11-19T21:20:44Z',
    release: '0001045810-25-000228',
  },
  {
    label: 'FY2026-Q4',
    periodStart: '2025-10-27',
    periodEnd: '2026-01-25',
    value: '68127000000',
    filed: '2026-02-25',
    accession: '0001045810-26-000021',
    accepted: '2026-02-25T21:31:25Z',
    release: '0001045810-26-000019',
  },
  {
    label: 'FY2027-Q1',
    periodStart: '2026-01-26',
    periodEnd: '2026-04-26',
    value: '81615000000',
    filed: '2026-05-20',
    accession: '0001045810-26-000052',
  },
  {
    label: 'FY2027-Q2',
    periodStart: '2026-04-27',
    periodEnd: '2026-07-26',
    value: '96221000000',
    filed: '2026-08-26',
    accession: '0001045810-26-000075',
  },
]
