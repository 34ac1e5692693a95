import { isIP } from 'node:net'

/** An address as it is kept: IPv4 also when it came within IPv6; null for what is none. */
function plain(text: string): string | null {
  const address = text.trim().replace(/^\[|\]$/g, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return isIP(mapped) === 0 ? null : mapped
}

/**
 * The address of a client. `depth` is the number of our own proxies in front: 0 takes the socket's, n the n-th from the right of `X-Forwarded-For`, which the outermost
 * proxy of ours wrote. Entries further left are whatever the client claims. The socket's where the header has fewer: the request came past the proxies.
 */
export function addressOf(socket: string | undefined, forwardedFor: string | undefined, depth: number): string | null {
  const forwarded = depth === 0 ? undefined : (forwardedFor ?? '').split(',').at(-depth)
  return (forwarded === undefined ? null : plain(forwarded)) ?? (socket === undefined ? null : plain(socket))
}
