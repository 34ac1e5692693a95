import type { Scope } from '@/lib/store/context'

/** The admin pages in their order, with the scope that opens each. Their names are in `adminTexts.sections`. */
export const sections = [
  { href: '/admin/events', name: 'events', scope: 'annotate' },
  { href: '/admin/claims', name: 'claims', scope: 'annotate' },
  { href: '/admin/milestones', name: 'milestones', scope: 'annotate' },
  { href: '/admin/import', name: 'import', scope: 'annotate' },
  { href: '/admin/audit', name: 'audit', scope: 'annotate' },
  { href: '/admin/listings', name: 'listings', scope: 'admin' },
  { href: '/admin/quarantine', name: 'quarantine', scope: 'admin' },
  { href: '/admin/actions', name: 'actions', scope: 'admin' },
  { href: '/admin/feeds', name: 'feeds', scope: 'admin' },
  { href: '/admin/runs', name: 'runs', scope: 'admin' },
  { href: '/admin/accounts', name: 'accounts', scope: 'admin' },
] as const satisfies readonly { href: string; name: string; scope: Scope }[]
