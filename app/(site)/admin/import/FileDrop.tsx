'use client'

import { useState } from 'react'
import { useControl } from '@/app/_ui/form/Field'
import { useTexts } from '@/app/_ui/i18n/texts'
import { importTexts } from '@/app/_ui/messages/import'

interface FileDropProps {
  readonly file: File | null
  readonly onFile: (file: File) => void
}

/** A place to choose a file or to drop it on; stands within a `Field`. */
export function FileDrop({ file, onFile }: FileDropProps) {
  const texts = useTexts(importTexts)
  const control = useControl()
  const [over, setOver] = useState(false)
  return (
    <div
      className={`relative grid min-h-20 place-items-center rounded-md border border-dashed px-3 py-4 text-center has-focus-visible:outline-2 has-focus-visible:outline-link ${
        over ? 'border-link bg-well' : 'border-line-strong hover:bg-well'
      }`}
    >
      <span className="wrap-anywhere min-w-0">
        {file === null ? (
          <span className="text-soft">{texts.choose}</span>
        ) : (
          <span className="font-medium">{file.name}</span>
        )}
      </span>
      <input
        {...control}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        // It covers its place, so that a file can be dropped anywhere on it.
        className="absolute inset-0 cursor-pointer opacity-0"
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onChange={({ currentTarget }) => {
          const [first] = currentTarget.files ?? []
          setOver(false)
          if (first) onFile(first)
          // The same file can be chosen again once it was put right.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
