import type { ReactNode } from 'react'
import { readLanguage } from '@/app/_ui/i18n/request'
import { docsTexts } from '@/app/_ui/messages/docs'
import { NavLink } from '@/app/_ui/shell/NavLink'

const guides = ['api', 'grafana'] as const

export default async function DocsLayout({ children }: { children: ReactNode }) {
  const texts = docsTexts[await readLanguage()]
  return (
    <div className="space-y-4">
      <nav aria-label={texts.label} className="no-print flex flex-wrap gap-1 border-line border-b pb-2">
        {guides.map((name) => (
          <NavLink
            key={name}
            href={`/docs/${name}`}
            text={texts.pages[name]}
            className="rounded-md px-2.5 py-1 hover:bg-well"
          />
        ))}
      </nav>
      {children}
    </div>
  )
}
