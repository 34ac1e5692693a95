/** Stands in the place of a slug in the address of the form of a new thing: no slug has a tilde. */
export const newKey = '~new'
