/** The opinion article (autumn 2025) whose argument the product follows. No address of it is known to us. */
export const ARTICLE = 'How DeepSeek and Huawei Are Rewriting the AI Playbook (opinion article, autumn 2025)'

/** The article's statement, with a second source that agrees. */
export const ARTICLE_CONFIRMED = `${ARTICLE}, confirmed by a second source`

/** Press reports of the day, for what happened after the article and has no document we can name. */
export const PRESS = 'Press reports of the day'

/** Folder of one Nvidia filing at the SEC, from its accession number (`0001045810-25-000228`). */
export function nvidiaFilingUrl(accession: string, document = ''): string {
  return `https://www.sec.gov/Archives/edgar/data/1045810/${accession.replaceAll('-', '')}/${document}`
}
