import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { feedTerms } from './_data/feeds'
import { common } from './_ui/messages/common'
import { Footer } from './_ui/shell/Footer'
import { Header } from './_ui/shell/Header'
import { themeCookie, themeOf } from './_ui/theme/cookie'
import './globals.css'

export const metadata: Metadata = {
  title: { default: `${common.product}: ${common.question}`, template: `%s · ${common.product}` },
  description: 'Cambricon against Nvidia: prices, revenue and dated events, each figure with its source and its age.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#13171d' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <Header theme={theme} />
        <main id="content" className="mx-auto max-w-[90rem] px-4 pt-5 pb-8 lg:px-6">
          {children}
        </main>
        <Footer feeds={feedTerms()} />
      </body>
    </html>
  )
}
