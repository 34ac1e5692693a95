// Written by prisma/seed/pack.ts.
import type { RateManifest } from '../table/manifestTypes'

export const rateManifest: RateManifest = {
  file: 'ecb.txt',
  decimals: 4,
  quotes: ['USD', 'CNY', 'HKD'],
  rows: 581,
  first: '2024-01-02',
  last: '2026-04-13',
  sha256: 'b546cf188884e8e88dbd1702bc640f4430d9f464ec6198dc28fcdc0b630e9b9c',
  source: 'Reference rates of the European Central Bank, units for one euro.',
}
