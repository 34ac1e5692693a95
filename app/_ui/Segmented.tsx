import Link from 'next/link'

export interface Choice {
  readonly href: string
  readonly text: string
  readonly active: boolean
  readonly title?: string
}

/** A row of choices that are links: the choice is in the URL, works without script and can be shared. */
export function Segmented({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="no-print flex flex-wrap gap-px rounded-md bg-well p-0.5">
      {choices.map(({ href, text, active, title }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          prefetch={false}
          title={title}
          aria-current={active ? 'true' : undefined}
          className={`rounded px-2 py-0.5 text-small whitespace-nowrap ${
            active ? 'bg-panel font-medium text-ink shadow-[0_0_0_1px_var(--color-line)]' : 'text-soft hover:text-ink'
          }`}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
