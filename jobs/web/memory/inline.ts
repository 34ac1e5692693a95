import { createHash } from 'node:crypto'

/** The hashes (`'sha256-…'`) that allow what a page has inline. */
export interface InlineHashes {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const element = /<(script|style)((?:\s(?:"[^"]*"|'[^']*'|[^>"'])*)?)>([\s\S]*?)<\/\1>/g

/**
 * The hashes of the scripts and styles that are written into a page and carry its `nonce`. One without it was not put there by whoever made the page, but by some text that
 * got into it: it is left out, and does not run. Pure.
 */
export function inlineHashes(html: string, nonce: string): InlineHashes {
  const found = { script: new Set<string>(), style: new Set<string>() }
  for (const [, kind, attributes = '', text = ''] of html.matchAll(element)) {
    // With a bracket in it, an attribute may be text that swallowed an element of ours, number and all.
    if (!attributes.includes(` nonce="${nonce}"`) || attributes.includes('<') || / src=/.test(attributes)) continue
    found[kind as keyof typeof found].add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  }
  return { scripts: [...found.script], styles: [...found.style] }
}
