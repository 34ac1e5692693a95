/** Headers of answers that scripts of other sites may look at. */
export const exposedHeaders = ['ETag', 'Retry-After']

/** What an answer says to pages of other sites, who read what everybody may read: without cookies. */
export const publicReadHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(','),
}
