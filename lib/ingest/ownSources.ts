/** The id under which imported bars and held rows say where they came from. */
export const importFeed = 'import'

/** The id under which a bar says that a person corrected it. */
export const editedFeed = 'edited'
