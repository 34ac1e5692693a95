import { setIdentify } from '@/lib/access/current'
import { openAccess } from '@/lib/access/open'
import { createApi } from '@/lib/api/app'
import { settings } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'
import { pageStore } from './store'

let api: ReturnType<typeof createApi> | undefined

function openApi(): ReturnType<typeof createApi> {
  const { PUBLIC_URL: publicUrl, PUBLIC_READING: publicReading } = settings()
  const store = pageStore()
  const access = openAccess({ store, secret: sessionSecret(settings()), publicUrl, publicReading })
  setIdentify(access.identify)
  return createApi({ store, now: () => new Date(), access, publicUrl })
}

/** The API app of this copy of the program within Next, made when it is first asked for. */
export function pageApi(): ReturnType<typeof createApi> {
  api ??= openApi()
  return api
}
