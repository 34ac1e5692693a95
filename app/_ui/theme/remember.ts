/** Keeps a choice for a year in a cookie that the server reads, so that nothing flashes. */
export function remember(cookie: string, choice: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts, as on a plain address in a local network
  document.cookie = `${cookie}=${choice}; path=/; max-age=31536000; samesite=lax`
}
