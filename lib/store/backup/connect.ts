import { Client } from 'pg'

/**
 * Opens one connection of its own for a backup or a restore: text in UTF-8, moments in UTC, no limits of time, rows of every owner or an error. Everything happens within
 * one transaction, so that it may lead through a pooler in transaction mode. Throws when Postgres does not answer.
 */
export async function connect(url: string, applicationName: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: applicationName, keepAlive: true })
  // What breaks is told by the query that was under way; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Settings of the transaction, to be set at its beginning. */
export const transactionSettings = `
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL xmloption = 'content'; SET LOCAL row_security = off;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`
