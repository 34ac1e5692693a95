import type { ReactNode } from 'react'
import type { RefusalView } from '@/lib/api/study/schema'
import { useStudyWords } from './words'

/** A group of the scorecard. */
export function ScoreGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="border-line border-b pb-1 font-medium text-small text-soft">{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

interface ScoreProps {
  readonly name: string
  /** Why there is no figure; its sentence then stands in the figure's place. */
  readonly refusal?: RefusalView | null
  /** What belongs to the figure: band, p, how it was had. */
  readonly note?: ReactNode
  readonly children?: ReactNode
}

/** One line of the scorecard: its name, the figure, and what belongs to it. */
export function Score({ name, refusal, note, children }: ScoreProps) {
  const words = useStudyWords()
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-line border-b py-1.5 last:border-b-0">
      <dt className="text-faint text-small leading-5">{name}</dt>
      <dd className="min-w-0">
        {refusal ? (
          <span className="text-small text-soft">{words.refusal(refusal)}</span>
        ) : (
          <>
            <span className="font-medium">{children}</span>
            {note && <span className="block text-faint text-small">{note}</span>}
          </>
        )}
      </dd>
    </div>
  )
}
