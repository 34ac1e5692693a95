'use client'

import { lazy, Suspense, useState } from 'react'
import { useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'

const Markdown = lazy(() => import('@/app/_ui/markdown/Markdown').then(({ Markdown }) => ({ default: Markdown })))

/** How the text will look, once somebody wants to see it. */
export function MarkdownPreview({ text }: { text: string }) {
  const texts = useTexts(annotateTexts)
  const [isOpen, setIsOpen] = useState(false)
  if (text.trim() === '') return null
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="text-soft">{texts.textPreview}</summary>
      <div className="mt-2 rounded-md bg-well px-3 py-2">
        {isOpen && (
          <Suspense>
            <Markdown text={text} />
          </Suspense>
        )}
      </div>
    </details>
  )
}
