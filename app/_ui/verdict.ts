import type { Tone } from './Badge'

/** A verdict of a claim in words. */
export const verdicts: Readonly<Record<string, { text: string; tone: Tone }>> = {
  holds: { text: 'holds', tone: 'good' },
  'holds-within-rounding': { text: 'holds within rounding', tone: 'good' },
  'depends-on-the-dates': { text: 'depends on the dates', tone: 'warn' },
  'does-not-hold': { text: 'does not hold', tone: 'bad' },
  'contradicts-itself': { text: 'contradicts itself', tone: 'bad' },
  'not-checkable': { text: 'not checkable', tone: 'plain' },
}

/** The words and tone of a verdict; one that is new to the pages is shown as it is written. */
export function verdictOf(verdict: string): { text: string; tone: Tone } {
  return verdicts[verdict] ?? { text: verdict.replaceAll('-', ' '), tone: 'plain' }
}
