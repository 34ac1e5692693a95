import { isIPv6 } from 'node:net'
import type { Context } from 'hono'
import type { Browser } from '@/lib/store/account/signIn'

/** What the web server tells the app beside the request. */
export interface RequestEnvironment {
  /** The client's address, found as `PROXY_DEPTH` says. */
  readonly address?: string | null
}

/** The first 64 bits of an IPv6 address: what one household or server has to itself. */
function network(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** What limits count an address by: IPv4 as it is, IPv6 by its network; `unknown` is one client as well. Pure. */
export function addressClient(address: string | null): string {
  return address === null ? 'unknown' : network(address)
}

/** What limits count the client of a request by. */
export function clientAddress(c: Context): string {
  return addressClient(((c.env ?? {}) as RequestEnvironment).address ?? null)
}

const longestUserAgent = 300

/** Where a request comes from, as its browser is kept. */
export function browserOf(c: Context): Browser {
  const { address = null } = (c.env ?? {}) as RequestEnvironment
  return { address, userAgent: c.req.header('user-agent')?.slice(0, longestUserAgent) ?? null }
}
