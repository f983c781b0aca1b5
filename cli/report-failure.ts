import { PortalError } from '../contract/read/index.ts';
import { StartError } from '../service/platform/start-error.ts';

/** Ends a command: one sentence for what the person can mend, never a stack trace unless `DEBUG=portolan` asks for it. */
export function reportFailure(error: unknown): never {
  if (error instanceof PortalError || error instanceof StartError) console.error(error.message);
  else {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Internal error: ${reason}. Please report it; DEBUG=portolan shows where.`);
    if (process.env.DEBUG === 'portolan') console.error(error);
  }
  process.exit(1);
}
