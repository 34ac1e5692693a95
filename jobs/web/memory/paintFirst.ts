/** Its scripts, each once and in their order, are put in when a frame is about to be drawn; at once where nobody looks, and after a while in any case: then no frame may come. */
const loader = (sources: readonly string[]) =>
  `(()=>{const all=${JSON.stringify(sources)};let done=false;const load=()=>{if(done)return;done=true;for(const src of all){const one=document.createElement("script");one.async=true;one.src=src;document.head.append(one)}};document.hidden?load():requestAnimationFrame(load);setTimeout(load,500)})()`

/**
 * A page whose own scripts wait for its first frame. As Next writes it they arrive while it is laid out, and what the server has drawn (a chart, complete) is shown only after they have run: on two
 * cores half as late again. They may come in any order, as they might before, so nothing depends on when. Only elements that carry `nonce` are touched; a page that is written in another way stays as
 * it is. Pure.
 */
export function paintFirst(html: string, nonce: string): string {
  const end = html.lastIndexOf('</body>')
  if (end < 0) return html
  const sources = new Set<string>()
  const own = ` nonce="${nonce}"`
  const scriptless = html.slice(0, end).replace(/<script((?:\s[^<>]*)?)><\/script>/g, (element, attributes: string) => {
    const source = / src="(\/_next\/static\/[^"]+)"/.exec(attributes)?.[1]
    if (source === undefined || !attributes.includes(own) || !attributes.includes(' async=""')) return element
    sources.add(source)
    return ''
  })
  if (sources.size === 0) return html
  // What is fetched ahead of time competes with the frame as well.
  const unhinted = scriptless.replace(/<link rel="preload" as="script"[^<>]* href="([^"]+)"\/?>/g, (element, source) =>
    sources.has(source) ? '' : element,
  )
  return `${unhinted}<script${own}>${loader([...sources])}</script>${html.slice(end)}`
}
