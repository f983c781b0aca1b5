import { isRecord, type SandboxSeed } from '../../../portal-client';

export type SeedFile =
  { readonly kind: 'read'; readonly seed: SandboxSeed } | { readonly kind: 'unread'; readonly reason: string };

/** Reads a file that was exported, or written by hand. Whether its items are right, the service says. */
export async function readSeedFile(file: Pick<File, 'name' | 'size' | 'text'>, mostBytes: number): Promise<SeedFile> {
  if (file.size > mostBytes) {
    return unread(`${file.name} is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch {
    return unread(`${file.name} is no JSON text.`);
  }
  if (!isRecord(value)) return unread(`${file.name} holds no items by path.`);
  return { kind: 'read', seed: value as unknown as SandboxSeed };
}

function unread(reason: string): SeedFile {
  return { kind: 'unread', reason };
}
