import { headers } from 'next/headers'
import { cache } from 'react'
import type { Caller } from '@/lib/access/caller'
import { currentIdentify } from '@/lib/access/current'
import type { Scope } from '@/lib/store/context'
import { siteOrigin } from './origin'

/** Who looks at this page; found out once a request. */
export const viewer = cache(async (): Promise<Caller> => {
  const given = new Headers(await headers())
  const request = new Request(siteOrigin(given.get('host')), { headers: given })
  return currentIdentify()(request, new Date())
})

/** Whether a caller may do what needs `scope`. */
export function may({ scopes }: Caller, scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin')
}
