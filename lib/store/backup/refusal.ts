/** Raised when a backup or a restore is refused before anything was changed, or was rolled back whole; the message says why and what to do. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal'
}
