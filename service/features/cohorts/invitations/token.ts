import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, for an address of a page. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is looked up: whoever reads the database opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
