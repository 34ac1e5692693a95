import { pageApi } from '@/app/_data/api'

export const dynamic = 'force-dynamic'

/** The feeds of the API app, for hosts that run plain Next; `jobs/web.ts` answers them in front of it. */
function handle(request: Request): Response | Promise<Response> {
  return pageApi().fetch(request)
}

export { handle as GET, handle as HEAD, handle as OPTIONS }
