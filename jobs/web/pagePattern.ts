import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Route {
  readonly page: string
  readonly regex: string
}

/** The pattern of a page's address: `/listings/[symbol]`. Takes a request's path with or without a query. */
export type PagePattern = (url: string) => string

/** What all pages are counted as while there is no build (in development). */
const anyPage = 'page'
const otherPage = 'unknown'

/**
 * Tells the pattern of a page's address by the routes of the build in `folder` (`.next`): exact, and never more names than there are pages. Without a build
 * every page is `page`.
 */
export function pagePatterns(folder: string): PagePattern {
  let manifest: { readonly staticRoutes: readonly Route[]; readonly dynamicRoutes: readonly Route[] }
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'routes-manifest.json'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return () => anyPage
    throw error
  }
  const routes = [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page, regex }) => ({
    page,
    form: new RegExp(regex),
  }))
  return (url) => {
    const path = url.split('?', 1)[0] ?? ''
    if (path.startsWith('/_next/')) return '/_next'
    // As next.config.js sends them on.
    if (/\.(csv|json|png)$/.test(path)) return '/take/[...view]'
    return routes.find(({ form }) => form.test(path))?.page ?? otherPage
  }
}
