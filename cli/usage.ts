import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command was called with words that it does not know: exit code 2. */
export class WrongUsage extends Error {}

/** `node:util`'s parser, whose complaints become {@link WrongUsage}. */
export function readArguments<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}
