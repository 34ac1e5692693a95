import { pageApi } from '@/app/_data/api'

export const dynamic = 'force-dynamic'

/** The same API app that `jobs/web.ts` serves in front of Next, for hosts that run plain Next. */
function handle(request: Request): Response | Promise<Response> {
  return pageApi().fetch(request)
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
