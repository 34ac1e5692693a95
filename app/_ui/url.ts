/** Query parameters as Next gives them to a page. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** The first value of a parameter, undefined when absent or empty. */
export function queryValue(query: Query, name: string): string | undefined {
  const value = query[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}

/** `path` with the current parameters and `changes`; null takes one away. The order stays, so that equal views have equal URLs. */
export function hrefWith(path: string, query: Query, changes: Readonly<Record<string, string | null>>): string {
  const names = [...new Set([...Object.keys(query), ...Object.keys(changes)])].sort()
  const pairs = names.flatMap((name) => {
    const value = name in changes ? changes[name] : queryValue(query, name)
    // Colons and commas are legal in a query and read better: ?base=event:deepseek-ue8m0&symbols=688256.SS,NVDA
    return value ? [`${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`] : []
  })
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

/** The page of a listing: `^GSPC` becomes `/listings/%5EGSPC`. */
export function listingHref(symbol: string): string {
  return `/listings/${encodeURIComponent(symbol)}`
}

/** What a view can be taken away as. */
export type ViewFormat = 'csv' | 'json' | 'png'

/** The same view as data or as a picture: `/compare?base=…` becomes `/compare.csv?base=…`; the board, whose path is a slash, `/board.csv`. */
export function viewAs(path: string, query: Query, format: ViewFormat): string {
  return hrefWith(`${path === '/' ? '/board' : path}.${format}`, query, {})
}

/** The same view as a page that others may embed: `/compare` becomes `/embed/compare`, the board `/embed/board`. */
export function embedded(path: string, query: Query): string {
  return hrefWith(`/embed${path === '/' ? '/board' : path}`, query, {})
}

/** A part of a path as it is meant. Next gives it as it stands in the URL; a text that cannot be decoded comes back as it is. */
export function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return segment
    throw error
  }
}
