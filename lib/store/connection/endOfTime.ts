/** Later than every stored moment: what a query compares with when it is not looking back. The driver cannot send Postgres's `infinity`. */
export const endOfTime = new Date('9999-12-31T00:00:00Z')
