/**
 * The JSON inside a script that Chinese quote servers send for a `<script>` element: `name={…};` or `name({…});`.
 * Anything else comes back as it is.
 * What is inside is not looked at: a wrapper cut short leaves JSON cut short, which the format check says.
 */
export function unwrapScript(body: string): string {
  const head = /^\s*[A-Za-z_$][\w$.]*\s*([=(])/.exec(body)
  if (head === null) return body
  const rest = body.slice(head[0].length).trim().replace(/;$/, '').trimEnd()
  return head[1] === '(' ? rest.replace(/\)$/, '') : rest
}
