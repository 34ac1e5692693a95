import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LanguageProvider } from './_ui/i18n/LanguageProvider'
import { readLanguage } from './_ui/i18n/request'
import { commonTexts } from './_ui/messages/common'
import { displayOf } from './_ui/theme/cookie'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { product, question, description } = commonTexts[await readLanguage()]
  return { title: { default: `${product}: ${question}`, template: `%s · ${product}` }, description }
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
  const [language, jar] = await Promise.all([readLanguage(), cookies()])
  const { theme, rising } = displayOf((name) => jar.get(name)?.value)
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'} data-theme={theme} data-rising={rising}>
      <body>
        <LanguageProvider language={language}>{children}</LanguageProvider>
      </body>
    </html>
  )
}
