import type { Settings } from '@/lib/settings'

const everywhere = new Set(['0.0.0.0', '::', ''])

/** The URL under which this machine reaches the web server: `PUBLIC_URL` when set, else host and port. */
export function siteUrl({ PUBLIC_URL, HOST, PORT }: Pick<Settings, 'PUBLIC_URL' | 'HOST' | 'PORT'>): string {
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/$/, '')
  const host = everywhere.has(HOST) ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `http://${host}:${PORT}`
}
