import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { siteOrigin } from './_data/origin'
import { previewOf } from './_export/preview'
import { LanguageProvider } from './_ui/i18n/LanguageProvider'
import { readLanguage } from './_ui/i18n/request'
import { commonTexts } from './_ui/messages/common'
import { readDisplay } from './_ui/theme/request'
import { readView } from './_ui/view'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const [language, view, sent] = await Promise.all([readLanguage(), readView(), headers()])
  const { product, question, description, feeds } = commonTexts[language]
  const origin = siteOrigin(sent.get('host'))
  return {
    title: { default: `${product}: ${question}`, template: `%s · ${product}` },
    description,
    // What programs look for to subscribe to, in the language of the page.
    alternates: {
      types: {
        'application/atom+xml': [
          { url: `${origin}/feeds/events.atom?lang=${language}`, title: feeds.events },
          { url: `${origin}/feeds/signals.atom?lang=${language}`, title: feeds.signals },
        ],
        'application/feed+json': [
          { url: `${origin}/feeds/events.json?lang=${language}`, title: feeds.events },
          { url: `${origin}/feeds/signals.json?lang=${language}`, title: feeds.signals },
        ],
        'text/calendar': [{ url: `${origin}/feeds/calendar.ics?lang=${language}`, title: feeds.calendar }],
      },
    },
    ...previewOf({ view, language, product, origin }),
  }
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
  const [language, { theme, rising }] = await Promise.all([readLanguage(), readDisplay()])
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'} data-theme={theme} data-rising={rising}>
      <body>
        {language === 'zh' && (
          <link rel="preload" href="/han-blank.woff" as="font" type="font/woff" crossOrigin="anonymous" />
        )}
        <LanguageProvider language={language}>{children}</LanguageProvider>
      </body>
    </html>
  )
}
