import { createApi } from '@/lib/api/app'
import { settings } from '@/lib/settings'
import { pageStore } from './store'

let api: ReturnType<typeof createApi> | undefined

/** The API app of this copy of the program within Next, made when it is first asked for. */
export function pageApi(): ReturnType<typeof createApi> {
  api ??= createApi({ store: pageStore(), now: () => new Date(), publicUrl: settings().PUBLIC_URL })
  return api
}
