'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { Icon } from '../frame/Icon'
import { hrefWith } from '../url'

const ownPages = ['/sign-in', '/setup', '/invite', '/reset']

/** The way to sign in, and back to the view it was pressed on. */
export function SignInLink({ text }: { text: string }) {
  const [path, query] = [usePathname(), useSearchParams().toString()]
  const next = path === '/' && query === '' ? null : query ? `${path}?${query}` : path
  return (
    <Link
      href={hrefWith('/sign-in', {}, { next: ownPages.includes(path) ? null : next })}
      prefetch={false}
      title={text}
      className="flex h-7 items-center gap-1.5 rounded-md px-1.5 text-faint hover:bg-well hover:text-ink"
    >
      <Icon name="person" />
      <span className="max-lg:sr-only">{text}</span>
    </Link>
  )
}
