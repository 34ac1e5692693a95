const hidden = '[redacted]'

// Names of parameters, fields and cookies whose value lets somebody in.
const fieldNames = '(?:[\\w.-]*[._-])?(?:token|api_?key|secret|password|passwd|signature|passkey)'
const parameterNames = `${fieldNames}|key|sig|code|otp`
// Between a name and its value in JSON, also in JSON that is quoted once more.
const quote = '(?:\\\\?")?'

const rules: readonly (readonly [RegExp, string])[] = [
  // A user and password in an address: postgresql://user:password@host.
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'\\]+@/gi, `$1${hidden}@`],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9+/=_.~-]+/gi, `$1 ${hidden}`],
  // A header, to the end of its line or text.
  [
    new RegExp(
      `\\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key)(${quote}\\s*[:=]\\s*${quote})(?!\\[|(?:Bearer|Basic) \\[)[^"'\\r\\n\\\\]+`,
      'gi',
    ),
    `$1$2${hidden}`,
  ],
  // A parameter of an address or of a form.
  [new RegExp(`([?&;\\s"']|^)(${parameterNames})=[^&#\\s"'\\\\]+`, 'gi'), `$1$2=${hidden}`],
  [new RegExp(`(\\\\?"(?:${fieldNames})\\\\?"\\s*:\\s*\\\\?")[^"\\\\]+`, 'gi'), `$1${hidden}`],
  // The same, and the two of a change of password, as node prints objects.
  [new RegExp(`(\\b(?:${fieldNames}|current|next)"?\\s*:\\s*(["']))(?:(?!\\2).)*`, 'gi'), `$1${hidden}`],
  // Postgres quotes the row that it refuses, with everything in it.
  [/(Failing row contains \()(?:[^"\\]|\\[^n])*/g, `$1${hidden}`],
  // Our own keys begin like this wherever they stand.
  [/\btm_[A-Za-z0-9_-]{8,}/g, `tm_${hidden}`],
]

/**
 * A text for the log without what lets somebody in: passwords in addresses, authorization and cookie headers, tokens in queries and in JSON, our own keys. Pure.
 */
export function scrubbed(text: string): string {
  return rules.reduce((left, [secret, safe]) => left.replace(secret, safe), text)
}
