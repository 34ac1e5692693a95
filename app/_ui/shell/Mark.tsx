/** The product's sign: a water line and the mark it reached. */
export function Mark({ className = 'size-5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} fill="none" aria-hidden="true">
      <path d="M2 6.2h10" className="stroke-cambricon" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M2 12.6c2 0 2-1.6 4-1.6s2 1.6 4 1.6 2-1.6 4-1.6 2 1.6 4 1.6"
        className="stroke-nvidia"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M2 17c2 0 2-1.6 4-1.6S8 17 10 17s2-1.6 4-1.6 2 1.6 4 1.6"
        className="stroke-nvidia opacity-40"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}
