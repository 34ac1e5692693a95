/** The path of our own that a text names, with its query; `/` for an address elsewhere and for anything that is none. */
export function ownPath(text: string | undefined): string {
  const here = 'http://own.invalid'
  // Browsers read a backslash as a slash and drop tabs and line ends, so that `/\t/evil.example` leaves the site; URL does the same.
  if (!text?.startsWith('/') || !URL.canParse(text, here)) return '/'
  const { origin, pathname, search, hash } = new URL(text, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
