import type { Options } from 'react-markdown'

/** The address of a link when it leads to the web, else nothing: no scripts, no data, no paths of ours that a text could pretend with. */
function webAddress(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? url : ''
}

/** What is taken from Markdown, wherever it is read. */
export const markdownOptions = {
  skipHtml: true,
  disallowedElements: ['img'],
  unwrapDisallowed: true,
  urlTransform: webAddress,
} satisfies Options
