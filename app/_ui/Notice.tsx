import type { ReactNode } from 'react'

/** A page that has only something to say: its title, a sentence, and a way on. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="mx-auto max-w-xl py-16">
      <h1 className="font-semibold text-title tracking-tight">{title}</h1>
      <p className="mt-2 text-lead text-soft">{text}</p>
      {children && <div className="mt-6">{children}</div>}
    </div>
  )
}
