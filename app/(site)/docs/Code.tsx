/** Something to be copied into another program: it breaks where it has to, so that nothing of it is cut. */
export function Code({ text, label, url }: { text: string; label: string; url?: boolean }) {
  return (
    <div className="min-w-0">
      <p className="text-faint text-tiny">{label}</p>
      <pre
        className="mt-0.5 whitespace-pre-wrap break-all rounded-md bg-well px-3 py-2 font-mono text-small"
        data-url={url ? text : undefined}
      >
        {text}
      </pre>
    </div>
  )
}
