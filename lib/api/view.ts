/** The header in which the web server tells the pages the address of a request, path and query: a layout of Next sees neither. */
export const viewHeader = 'x-tidemark-view'
