import { parseJsonSource } from './json-source.ts';
import { readText } from './read-text.ts';
import { refuseHalfCharacters } from './refuse-half-characters.ts';
import type { Parsed, Source } from './source.ts';
import { parseYamlSource } from './yaml-source.ts';

export type { Position, Source } from './source.ts';

/** Reads and parses a JSON or YAML file. No other file is opened. Throws a `PortalError` with the position. */
export async function readSource(file: string): Promise<Source> {
  return parseSource(file, await readText(file));
}

export function parseSource(file: string, text: string): Source {
  const hints = {
    otherFiles: /\$ref["']?\s*:\s*["']?[^#\s"']/.test(text),
    internal: /x-internal["']?\s*:\s*true/i.test(text),
    sandbox: /x-sandbox["']?\s*:/.test(text),
  };
  const parsed = parse(file, text);
  refuseHalfCharacters(parsed, text);
  return { ...parsed, hints, text, otherFiles: [] };
}

function parse(file: string, text: string): Parsed {
  const isJson = file.toLowerCase().endsWith('.json');
  if (!isJson && !/^\s*\{/.test(text)) return parseYamlSource(file, text);
  try {
    return parseJsonSource(file, text);
  } catch (error) {
    // A flow mapping of YAML begins like JSON.
    if (isJson) throw error;
    return parseYamlSource(file, text);
  }
}
