import type { ComponentProps } from 'react'
import ReactMarkdown from 'react-markdown'
import { markdownOptions } from './options'

/** A link of a text that somebody wrote: it vouches for nothing and opens no way back. One that leads nowhere we allow is only its words. */
function WrittenLink({ href, children }: ComponentProps<'a'>) {
  return href ? (
    <a href={href} rel="noopener nofollow" className="link wrap-anywhere">
      {children}
    </a>
  ) : (
    children
  )
}

/** A text in Markdown: paragraphs, emphasis, lists, quotes, code and links to the web. HTML in it is left out, pictures are their words, headings stand below those of the page. */
export function Markdown({ text, className = '' }: { text: string; className?: string }) {
  return (
    <div className={`prose ${className}`.trimEnd()}>
      <ReactMarkdown
        {...markdownOptions}
        components={{
          a: ({ href, children }) => <WrittenLink href={href}>{children}</WrittenLink>,
          h1: 'h3',
          h2: 'h3',
          h3: 'h4',
          h4: 'h5',
          h5: 'h6',
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
