/** The pages of the header in their order; `key` goes there after a `g`. Their names are in `commonTexts.nav`. */
export const pages = [
  { href: '/', name: 'board', key: 'b' },
  { href: '/compare', name: 'compare', key: 'c' },
  { href: '/events', name: 'events', key: 'e' },
  { href: '/claims', name: 'claims', key: 'l' },
  { href: '/roadmap', name: 'roadmap', key: 'r' },
  { href: '/signals', name: 'signals', key: 's' },
  { href: '/data', name: 'data', key: 'd' },
] as const
