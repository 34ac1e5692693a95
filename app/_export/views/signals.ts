import { signalsData } from '@/app/_data/signals'
import { signalsPicture } from '@/app/_picture/of/signals'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { got, momentProblems } from '../problems'
import { signalsTable } from '../tables/signals'
import type { View } from '../view'

/** Signals in one file: far more than a page shows. */
const most = 5_000

/** The signals that pass the filters of the query, on all pages. */
export const openSignals: View = async ({ query, language, now }) => {
  const { page: _, ...whole } = query
  const { moment, items, wrong } = await signalsData(whole, now, most)
  const { expected } = signalsTexts.en.filter
  return {
    path: '/signals',
    name: ['signals'],
    moment,
    problems: [
      ...momentProblems(moment),
      ...wrong.map(({ name, value }) => ({ name, detail: `expected ${expected[name]}, ${got(value)}` })),
    ],
    tables: { signals: () => signalsTable(items, language, moment) },
    picture: (look) => signalsPicture(items, moment.at.toISOString(), look),
  }
}
