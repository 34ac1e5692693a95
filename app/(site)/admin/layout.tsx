import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { may, viewer } from '@/app/_data/viewer'
import { readLanguage } from '@/app/_ui/i18n/request'
import { adminTexts } from '@/app/_ui/messages/admin'
import { NavLink } from '@/app/_ui/shell/NavLink'
import { sections } from './sections'

export const metadata: Metadata = { robots: { index: false } }

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [who, language] = await Promise.all([viewer(), readLanguage()])
  const texts = adminTexts[language]
  const open = sections.filter(({ scope }) => may(who, scope))
  return (
    <div className="space-y-4">
      {open.length > 0 && (
        <nav aria-label={texts.label} className="no-print flex flex-wrap gap-1 border-line border-b pb-2">
          {open.map(({ href, name }) => (
            <NavLink
              key={href}
              href={href}
              text={texts.sections[name]}
              className="rounded-md px-2.5 py-1 hover:bg-well"
            />
          ))}
        </nav>
      )}
      {children}
    </div>
  )
}
