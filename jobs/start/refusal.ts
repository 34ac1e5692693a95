/** A reason not to start that the reader can do something about: printed as it stands, without a stack. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
