import type { SeedRevenue } from '../types'
import { type NvidiaQuarter, nvidiaQuarters } from './nvidiaQuarters'

/** Day on which the results of a quarter were announced, in New York after the close. */
export function announcedOn(quarter: NvidiaQuarter): string {
  return quarter.announced ?? quarter.filed
}

/** How the moment of an announcement is known, in English and Chinese. */
export function announcementNote(quarter: NvidiaQuarter): { readonly en: string; readonly zh: string } {
  if (quarter.accepted) {
    return {
      en: 'Acceptance time of the 8-K with the results (item 2.02), after the close in New York.',
      zh: '取业绩8-K文件（第2.02项）被受理的时间，在纽约收盘之后。',
    }
  }
  if (quarter.announced) {
    return {
      en: `Day of the 8-K with the results (${quarter.release}), from a public list of filings; the quarterly report was filed on ${quarter.filed}. Nvidia reports after the close; the minute is not recorded here.`,
      zh: `取业绩8-K文件（${quarter.release}）的日期，据公开的文件清单；定期报告于${quarter.filed}提交。英伟达在收盘后公布业绩，此处未记录具体时刻。`,
    }
  }
  return {
    en: 'Filing date of the quarterly or annual report, on which the results were announced as well. Nvidia reports after the close; the minute is not recorded here.',
    zh: '取定期报告的提交日期，业绩于同日公布。英伟达在收盘后公布业绩，此处未记录具体时刻。',
  }
}

/** Nvidia's revenue by fiscal quarter. Where no minute is recorded a figure counts as known from 21:20 UTC of its day. */
export const nvidiaRevenue: readonly SeedRevenue[] = nvidiaQuarters.map((quarter) => {
  const derived = quarter.label.endsWith('Q4')
  const secondHand = quarter.label === 'FY2027-Q2' ? ', as noted by a public repository' : ''
  return {
    topic: 'nvidia',
    label: quarter.label,
    periodStart: quarter.periodStart,
    periodEnd: quarter.periodEnd,
    value: quarter.value,
    currency: 'USD',
    filed: quarter.filed,
    knownAt: quarter.accepted ?? `${announcedOn(quarter)}T21:20:00Z`,
    knownAtNote: announcementNote(quarter).en,
    derived,
    precision: 'exact',
    document: derived
      ? `SEC 10-K ${quarter.accession}: the year less the first nine months`
      : `SEC 10-Q ${quarter.accession}${secondHand}`,
  }
})
