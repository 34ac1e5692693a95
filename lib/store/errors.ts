/** A field that was refused: its path (`topics.0`), and what was expected of it. */
export interface RefusedField {
  readonly name: string
  readonly detail: string
}

/** Raised when a command's input is not one; names every field that is wrong. */
export class InputError extends Error {
  override readonly name = 'InputError'
  constructor(readonly fields: readonly RefusedField[]) {
    super(fields.map(({ name, detail }) => `${name}: ${detail}`).join('; '))
  }
}

/** Raised when what a command names is not there. */
export class UnknownError extends Error {
  override readonly name = 'UnknownError'
  constructor(
    readonly entity: string,
    readonly key: string,
  ) {
    super(`there is no ${entity} "${key}"`)
  }
}

/** A field two editors disagree on: what is stored now, and what was sent. */
export interface FieldDifference {
  readonly field: string
  readonly stored: unknown
  readonly sent: unknown
}

/** Raised when a thing was changed since its editor read it. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError'
  constructor(
    readonly entity: string,
    readonly key: string,
    readonly versions: { readonly sent: number; readonly stored: number },
    readonly difference: readonly FieldDifference[],
  ) {
    super(`the ${entity} "${key}" was changed since: version ${versions.sent} was sent, ${versions.stored} is stored`)
  }
}

/** Raised when somebody else than the file that owns a thing wants to change it. */
export class ManagedError extends Error {
  override readonly name = 'ManagedError'
  constructor(
    readonly entity: string,
    readonly key: string,
    readonly file: string,
  ) {
    super(`the ${entity} "${key}" is kept by the file ${file}: change it there and run \`npm run apply\``)
  }
}
