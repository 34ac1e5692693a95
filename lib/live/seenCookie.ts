/** The cookie in which a page keeps the id of the last change it was told of, for as long as a replica may lack it. */
export const seenCookie = 'tidemark-seen'
