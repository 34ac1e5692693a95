import type { ReactNode } from 'react'
import { readLanguage } from '@/app/_ui/i18n/request'
import { Site } from '@/app/_ui/shell/Site'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  await readLanguage()
  return <Site>{children}</Site>
}
