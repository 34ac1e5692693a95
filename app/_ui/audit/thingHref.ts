import type { AuditedEntity } from '@/lib/store/audit/command'
import { listingHref } from '../url'

/** The page that shows what an entry is about; null where there is none of its own. */
export function thingHref(entity: AuditedEntity, key: string): string | null {
  const part = encodeURIComponent(key)
  switch (entity) {
    case 'event':
      return `/events/${part}`
    case 'claim':
      return `/claims/${part}`
    case 'milestone':
      return `/roadmap#${part}`
    case 'listing':
      return listingHref(key)
    case 'quarantine':
      return '/admin/quarantine'
    case 'action':
      return '/admin/actions'
    case 'request':
      return '/admin/runs'
    case 'account':
    case 'link':
    case 'key':
    case 'passkey':
    case 'sign-in':
      return '/admin/accounts'
    case 'rule':
      return `/signals?rule=${part}`
    case 'alert':
      return '/account/alerts'
    case 'topic':
    case 'bar':
      return null
  }
}
