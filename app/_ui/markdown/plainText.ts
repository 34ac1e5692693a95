import { Children, isValidElement, type ReactNode } from 'react'
import ReactMarkdown from 'react-markdown'
import { markdownOptions } from './options'

const blocks = new Set<unknown>(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote', 'hr', 'ul', 'ol'])

function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => {
      if (typeof child === 'string' || typeof child === 'number') return String(child)
      if (!isValidElement<{ children?: ReactNode }>(child)) return ''
      const inner = textOf(child.props.children)
      return child.type === 'br' || blocks.has(child.type) ? `${inner}\n` : inner
    })
    .join('')
}

/** The words of a text in Markdown without its marks, on one line: for lists, pictures and tables, which have no place for them. */
export function plainText(text: string): string {
  return textOf(ReactMarkdown({ ...markdownOptions, children: text }))
    .replace(/\s+/g, ' ')
    .trim()
}
