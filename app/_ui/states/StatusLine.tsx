import type { ReactNode } from 'react'

const tones = {
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
  plain: 'bg-well text-soft',
}

/** One line about the page itself, spoken when it comes: what of its address could not be used, of when it is, what is out of reach. */
export function StatusLine({ tone = 'warn', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <p role="status" className={`rounded-md px-3 py-2 ${tones[tone]}`}>
      {children}
    </p>
  )
}
