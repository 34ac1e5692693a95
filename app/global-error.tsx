'use client'

import { languages } from '@/lib/api/language'
import { LanguageProvider } from './_ui/i18n/LanguageProvider'
import { Failure } from './_ui/states/Failure'
import './globals.css'

/**
 * Stands in for the whole document when even the frame of the pages fails; Next's own needs an inline style, which the policy refuses. The language of the
 * reader is not known here, so it speaks all of them.
 */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="px-4">
          {languages.map((language) => (
            <div key={language} lang={language}>
              <LanguageProvider language={language}>
                <Failure retry={retry} />
              </LanguageProvider>
            </div>
          ))}
        </main>
      </body>
    </html>
  )
}
