import { isAbsolute, relative, resolve, sep } from 'node:path'

/** The name under which a file owns things: its path from the working directory with `/`, so that it is the same however the path was written; whole for a file elsewhere. */
export function stableName(path: string, directory: string = process.cwd()): string {
  const whole = resolve(directory, path)
  const name = relative(directory, whole)
  return (name === '..' || name.startsWith(`..${sep}`) || isAbsolute(name) ? whole : name).split(sep).join('/')
}
