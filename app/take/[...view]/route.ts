import { siteOrigin } from '@/app/_data/origin'
import { createExport } from '@/app/_export/app'

export const dynamic = 'force-dynamic'

const views = createExport({ originOf: ({ headers }) => siteOrigin(headers.get('host')), now: () => new Date() })

/** The view whose address with `.csv`, `.json` or `.png` was asked for: next.config.js sends these here. */
export function GET(request: Request): Response | Promise<Response> {
  return views.fetch(request)
}
