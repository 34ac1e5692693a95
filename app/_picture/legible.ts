import { cloneElement, Fragment, isValidElement, type ReactNode } from 'react'

/** Characters that our texts use and the fonts lack, in characters they have. */
const instead: Readonly<Record<string, string>> = {
  '→': '>',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '\u2009': ' ',
  '\u202f': ' ',
}

/**
 * `text` in characters that `has` knows. The drawing library asks public servers for a glyph it has no font for, so that none may be left: a question mark
 * stands for what is not known.
 */
export function legible(text: string, has: (character: string) => boolean): string {
  return [...text].map((one) => (has(one) || one === '\n' ? one : (instead[one] ?? '?'))).join('')
}

interface Props {
  readonly children?: ReactNode
}

/** An element with its components resolved (they may use no hooks) and every text in it made legible. */
export function legibleIn(node: ReactNode, has: (character: string) => boolean): ReactNode {
  if (typeof node === 'string') return legible(node, has)
  if (typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map((one: ReactNode) => legibleIn(one, has))
  if (!isValidElement<Props>(node)) return node
  if (typeof node.type === 'function') return legibleIn((node.type as (props: Props) => ReactNode)(node.props), has)
  if ((node.type as unknown) === Fragment) return legibleIn(node.props.children, has)
  return cloneElement(node, undefined, legibleIn(node.props.children, has))
}
