const bugs = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError']

/** What to print of an error that ends a command: its message, which says what to do; for a fault in the program the stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isBug = bugs.includes(error.name) || error.message === ''
  return isBug ? (error.stack ?? error.name) : error.message
}

/** Ends a command with exit code 1 and what went wrong on standard error. */
export function endWith(error: unknown): never {
  console.error(errorText(error))
  process.exit(1)
}
