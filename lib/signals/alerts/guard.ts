import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Raised when a target lies where nobody may be called. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError'
}

function parsed(address: string): ipaddr.IPv4 | ipaddr.IPv6 {
  // `::ffff:10.0.0.1` is 10.0.0.1 in other clothes.
  return ipaddr.process(address)
}

function isWithin(address: string, range: string): boolean {
  const [one, [network, bits]] = [
    parsed(address),
    ipaddr.parseCIDR(range.includes('/') ? range : `${range}/${isIP(range) === 6 ? 128 : 32}`),
  ]
  return one.kind() === network.kind() && one.match(network, bits)
}

/** Whether a text is an address or a CIDR range. */
export function isAddressRange(text: string): boolean {
  return isIP(text) !== 0 || ipaddr.isValidCIDR(text)
}

/** Where an address lies: with everybody, in the operator's own network by the list `allow` (addresses and CIDR ranges), or where nobody may be called. */
export function placeOf(address: string, allow: readonly string[]): 'public' | 'allowed' | 'refused' {
  if (allow.some((range) => isWithin(address, range))) return 'allowed'
  return parsed(address).range() === 'unicast' ? 'public' : 'refused'
}

/**
 * A `lookup` for node's connections: resolves the name and refuses it whole when one of its addresses is not in an accepted place. What it gives back is what is connected
 * to, so that no second look-up can give another answer.
 */
export function guardedLookup(allow: readonly string[], accepted: readonly ('public' | 'allowed')[]): LookupFunction {
  return (hostname: string, options: LookupOptions, callback) => {
    const done = callback as (error: Error | null, address?: string | LookupAddress[], family?: number) => void
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error)
      const wrong = addresses.find(({ address }) => !(accepted as string[]).includes(placeOf(address, allow)))
      const [first] = addresses
      if (wrong !== undefined || first === undefined) {
        return done(new RefusedAddressError(`${hostname} leads to ${wrong?.address ?? 'nowhere'}`))
      }
      if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}

/** Throws `RefusedAddressError` for a host that is an address itself, which node connects to without a look-up, and not in an accepted place. */
export function assertHost(host: string, allow: readonly string[], accepted: readonly ('public' | 'allowed')[]): void {
  const address = host.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !(accepted as string[]).includes(placeOf(address, allow))) {
    throw new RefusedAddressError(`${host} is no address of everybody`)
  }
}
