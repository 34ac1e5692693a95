import { readFileSync } from 'node:fs'
import type { StandinBar } from './types'

/** Bars of a CSV `session,open,high,low,close,volume` with a header; an empty volume is null. */
export function csvBars(path: string): StandinBar[] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const cell = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))
  return lines.map((line) => {
    const [session = '', open, high, low, close, volume] = line.split(',')
    return {
      session,
      open: cell(open),
      high: cell(high),
      low: cell(low),
      close: cell(close),
      volume: cell(volume),
    }
  })
}
