/** Dates and events that a comparison is often set to 100 at; their names are among the texts of the board. */
export const basePresets = [
  { base: '2024-01-02', name: 'start' },
  { base: '2024-09-18', name: 'yearBefore' },
  { base: 'event:deepseek-r1-shock', name: 'r1' },
  { base: 'event:deepseek-ue8m0', name: 'ue8m0' },
  { base: '2025-09-18', name: 'article' },
] as const
