const paths = {
  link: 'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  done: 'M3.2 8.4l3.2 3.2 6.4-7',
  take: 'M8 2.6v7.2M5 7l3 3 3-3M3 12.9h10',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4M10.2 10.2l3.2 3.2',
  menu: 'M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h10.8',
  earlier: 'M9.8 3.4L5.2 8l4.6 4.6',
  later: 'M6.2 3.4L10.8 8l-4.6 4.6',
  down: 'M4.4 6.4L8 10l3.6-3.6',
  display: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  person: 'M8 2.6a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4M2.9 13.4c.5-2.4 2.5-3.7 5.1-3.7s4.6 1.3 5.1 3.7',
  close: 'M4 4l8 8M12 4l-8 8',
} as const

/** One of the few line icons of the pages, 16 px, in the colour of the text around it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      <path d={paths[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
