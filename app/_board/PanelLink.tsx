import Link from 'next/link'

/** From a panel to the page that has all of it. */
export function PanelLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="no-print link mt-px shrink-0 text-small">
      {children}
    </Link>
  )
}
