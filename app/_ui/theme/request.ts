import { cookies } from 'next/headers'
import { type Display, displayOf, risingCookie, themeCookie } from '@/lib/api/display'
import { queryValue } from '../url'
import { readView } from '../view'

/** How the page of a request is to look: as its reader chose, an embedded one as the address says, whatever the reader chose. */
export async function readDisplay(): Promise<Display> {
  const [view, jar] = await Promise.all([readView(), cookies()])
  if (!view?.path.startsWith('/embed/')) return displayOf((name) => jar.get(name)?.value)
  const asked = { [themeCookie]: queryValue(view.query, 'theme'), [risingCookie]: queryValue(view.query, 'rising') }
  return displayOf((name) => asked[name as keyof typeof asked])
}
