import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { feedTerms } from '@/app/_data/feeds'
import { viewer } from '@/app/_data/viewer'
import { displayOf } from '@/lib/api/display'
import { liveIdHeader } from '@/lib/live/header'
import { Footer } from './Footer'
import { Header } from './Header'

/** What stands around every page but an embedded one. */
export async function Site({ children }: { children: ReactNode }) {
  const [jar, sent, who] = await Promise.all([cookies(), headers(), viewer()])
  const liveSince = sent.get(liveIdHeader)
  return (
    <>
      <Header display={displayOf((name) => jar.get(name)?.value)} {...{ who, liveSince }} />
      <main id="content" className="mx-auto max-w-[90rem] px-4 pt-4 pb-8 lg:px-6">
        {children}
      </main>
      <Footer feeds={feedTerms()} />
    </>
  )
}
