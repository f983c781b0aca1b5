import { PortalError } from '../contract/read/index.ts';

/** Ends a command: one sentence for what the person can mend, never a stack trace unless `DEBUG=portolan` asks for it. */
export function reportFailure(error: unknown): never {
  if (error instanceof PortalError) console.error(error.message);
  else {
    console.error(
      `Internal error: ${error instanceof Error ? error.message : String(error)}. Please report it; DEBUG=portolan shows where.`,
    );
    if (process.env.DEBUG === 'portolan') console.error(error);
  }
  process.exit(1);
}
