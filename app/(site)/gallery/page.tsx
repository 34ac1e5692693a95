import type { Metadata } from 'next'
import { readLanguage } from '@/app/_ui/i18n/request'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import type { Query } from '@/app/_ui/url'
import { ColoursPanel } from './ColoursPanel'
import { ControlsPanel } from './ControlsPanel'
import { FormsPanel } from './FormsPanel'
import { PanelSample } from './PanelSample'
import { StatesSection } from './StatesSection'
import { FiguresPanel, TypePanel } from './TypePanel'
import { WordsPanel } from './WordsPanel'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: galleryTexts[await readLanguage()].title, robots: { index: false } }
}

/** Every shared element in every state: what the tests look at, and who changes one of them. */
export default async function GalleryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const texts = galleryTexts[language]
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <TypePanel />
        <WordsPanel />
        <FiguresPanel />
        <PanelSample />
      </div>
      <ControlsPanel query={query} />
      <FormsPanel />
      <ColoursPanel />
      <StatesSection />
    </div>
  )
}
