/** The URL with scheme, host and port of `origin`; path and query stay. Unchanged when `origin` is null. Throws a TypeError for what is no URL. */
export function atOrigin(url: string, origin: string | null): URL {
  const target = new URL(url)
  if (origin === null) return target
  const base = new URL(origin)
  target.protocol = base.protocol
  target.host = base.host
  // Assigning a host without a port keeps the old port.
  target.port = base.port
  return target
}

/** Printable ASCII only, so that a contact can never break or forge a header. */
export function headerSafe(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').trim()
}
