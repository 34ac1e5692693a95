import { settings } from '@/lib/settings'

/** Scheme, host and port of the site for absolute addresses, without a slash at the end: `PUBLIC_URL`, else as the reader’s request names the host. */
export function siteOrigin(host: string | null): string {
  return (settings().PUBLIC_URL ?? `http://${host}`).replace(/\/$/, '')
}
