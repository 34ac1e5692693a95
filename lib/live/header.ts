/** The header in which the web server tells a page where the log of live changes stood before the page was made. */
export const liveIdHeader = 'x-tidemark-live'
