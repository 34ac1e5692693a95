/** The text of a file's bytes: UTF-8, else GB18030, in which spreadsheets on Chinese systems save. Bytes that are neither become replacement characters. */
export function fileText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}
