import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/app/_ui/frame/Icon'

interface HeadProps {
  readonly title: string
  readonly lead?: ReactNode
  /** What stands at the right of it. */
  readonly children?: ReactNode
}

/** The head of an admin page. */
export function Head({ title, lead, children }: HeadProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="wrap-anywhere font-semibold text-title tracking-tight">{title}</h1>
        {lead && <p className="max-w-prose text-lead text-soft">{lead}</p>}
      </div>
      {children}
    </div>
  )
}

/** The way to the form of a new thing. */
export function AddLink({ href, text }: { href: string; text: string }) {
  return (
    <Link href={href} prefetch={false} className="button-main flex items-center gap-1.5">
      <Icon name="pen" />
      {text}
    </Link>
  )
}
