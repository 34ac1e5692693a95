/** The head of an admin page: what it is, and what for. */
export function Head({ title, lead }: { title: string; lead: string }) {
  return (
    <div>
      <h1 className="wrap-anywhere font-semibold text-title tracking-tight">{title}</h1>
      <p className="max-w-prose text-lead text-soft">{lead}</p>
    </div>
  )
}
