import { studentTwoSided } from '@/lib/analytics/distributions'

/** Returns of many studies: each study's estimation rows, then its event rows; one study after the other. */
export interface StudyRows {
  readonly studies: number
  readonly estimation: number
  readonly event: number
  readonly firm: Float64Array
  readonly market: Float64Array
}

/** What a study of the market model says of each event day. */
export const dayColumns = ['ar', 'arSe', 'arT', 'car', 'carSe', 'carT'] as const

/** The answers of all studies, one after the other: the columns of days, and one p a study, that of its whole CAR. `all` is all of them in one. */
export interface StudyColumns extends Readonly<Record<(typeof dayColumns)[number], Float64Array>> {
  readonly p: Float64Array
  readonly all: Float64Array
}

/** Room for the answers of all studies. */
export function studyColumns({ studies, event }: StudyRows): StudyColumns {
  const days = studies * event
  const all = new Float64Array(dayColumns.length * days + studies)
  const column = (name: (typeof dayColumns)[number]) => {
    const from = dayColumns.indexOf(name) * days
    return all.subarray(from, from + days)
  }
  return {
    ...{ ar: column('ar'), arSe: column('arSe'), arT: column('arT') },
    ...{ car: column('car'), carSe: column('carSe'), carT: column('carT') },
    p: all.subarray(dayColumns.length * days),
    all,
  }
}

/** The floor: the same figures with the same care (centred sums, residuals one by one) in one function over preallocated columns. */
export function studyFloor(rows: StudyRows, out: StudyColumns): void {
  const { studies, estimation: n, event, firm, market } = rows
  const { ar, arSe, arT, car, carSe, carT, p } = out
  const length = n + event
  for (let study = 0; study < studies; study++) {
    const from = study * length
    const to = from + n
    let firmMean = 0
    let marketMean = 0
    for (let i = from; i < to; i++) {
      firmMean += firm[i] as number
      marketMean += market[i] as number
    }
    firmMean /= n
    marketMean /= n
    let squares = 0
    let products = 0
    for (let i = from; i < to; i++) {
      const x = (market[i] as number) - marketMean
      squares += x * x
      products += x * ((firm[i] as number) - firmMean)
    }
    const beta = products / squares
    const alpha = firmMean - beta * marketMean
    let residuals = 0
    for (let i = from; i < to; i++) {
      const e = (firm[i] as number) - firmMean - beta * ((market[i] as number) - marketMean)
      residuals += e * e
    }
    const sigma = Math.sqrt(residuals / (n - 2))
    let sum = 0
    let centred = 0
    for (let j = 0; j < event; j++) {
      const x = market[to + j] as number
      const c = x - marketMean
      const m = j + 1
      const abnormal = (firm[to + j] as number) - alpha - beta * x
      sum += abnormal
      centred += c
      const se = sigma * Math.sqrt(1 + 1 / n + (c * c) / squares)
      const sumSe = sigma * Math.sqrt(m + (m * m) / n + (centred * centred) / squares)
      const at = study * event + j
      ar[at] = abnormal
      arSe[at] = se
      arT[at] = abnormal / se
      car[at] = sum
      carSe[at] = sumSe
      carT[at] = sum / sumSe
    }
    p[study] = studentTwoSided(carT[study * event + event - 1] as number, n - 2)
  }
}
