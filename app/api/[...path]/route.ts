import { pageStore } from '@/app/_data/store'
import { createApi } from '@/lib/api/app'

export const dynamic = 'force-dynamic'

let api: ReturnType<typeof createApi> | undefined

/** The same API app that `jobs/web.ts` serves in front of Next, for hosts that run plain Next. */
function handle(request: Request): Response | Promise<Response> {
  api ??= createApi({ store: pageStore(), now: () => new Date() })
  return api.fetch(request)
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
