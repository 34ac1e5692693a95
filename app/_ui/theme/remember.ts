const yearSeconds = 31_536_000

/** Keeps a value (a year unless told) in a cookie that the server reads: a choice, so that nothing flashes. */
export function remember(cookie: string, value: string, seconds = yearSeconds): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts, as on a plain address in a local network
  document.cookie = `${cookie}=${value}; path=/; max-age=${seconds}; samesite=lax`
}
