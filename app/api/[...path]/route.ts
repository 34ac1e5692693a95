import { pageStore } from '@/app/_data/store'
import { setIdentify } from '@/lib/access/current'
import { openAccess } from '@/lib/access/open'
import { createApi } from '@/lib/api/app'
import { settings } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'

export const dynamic = 'force-dynamic'

let api: ReturnType<typeof createApi> | undefined

function openApi(): ReturnType<typeof createApi> {
  const { PUBLIC_URL: publicUrl, PUBLIC_READING: publicReading } = settings()
  const store = pageStore()
  const access = openAccess({ store, secret: sessionSecret(settings()), publicUrl, publicReading })
  setIdentify(access.identify)
  return createApi({ store, now: () => new Date(), access, ...(publicUrl ? { publicUrl } : {}) })
}

/** The same API app that `jobs/web.ts` serves in front of Next, for hosts that run plain Next. */
function handle(request: Request): Response | Promise<Response> {
  api ??= openApi()
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
