import { log as logger } from '@/lib/operation/log'

/** One line of the worker in the log, with what it is about beside it. */
export function log(message: string, about: Readonly<Record<string, unknown>> = {}): void {
  logger().info(about, message)
}

/** The same for what went wrong on our side. */
export function logFailure(message: string, error: unknown, about: Readonly<Record<string, unknown>> = {}): void {
  logger().error({ ...about, err: error }, message)
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
