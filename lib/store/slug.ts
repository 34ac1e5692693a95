/** What a slug looks like. Other texts are not asked for: no row can have them, and Postgres refuses those that hold a zero byte. */
export const slugForm = /^[a-z0-9][a-z0-9-]{0,99}$/
