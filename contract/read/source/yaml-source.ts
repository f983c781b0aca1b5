import { load, type LoadOptions, YAMLException } from 'js-yaml';
import { escapeKey } from '../json-pointer.ts';
import { PortalError } from '../portal-error.ts';
import { parseYamlCarefully } from './careful-yaml.ts';
import type { Parsed } from './source.ts';
import { unfoldedSizes } from './unfolded-size.ts';
import { yamlPositions } from './yaml-positions.ts';
import { coreSchema } from './yaml-schema.ts';

/** As long as a file may be. */
const MAXIMUM_UNFOLDED = 64 * 1024 * 1024;

/** The careful parser needs 50 bytes of memory for each byte, and time with it. */
const MAXIMUM_CAREFUL = 16 * 1024 * 1024;

const TOO_DEEP = 'this is nested too deeply to be an API description. Flatten it, or name the right file.';

/** The parser's own guards, which its types do not have yet: more than is read further on, and as many merged keys as a file may have. */
const options: LoadOptions & { maxDepth: number; maxTotalMergeKeys: number } = {
  schema: coreSchema,
  maxDepth: 600,
  maxTotalMergeKeys: 1_000_000,
};

/**
 * Parses YAML 1.2 with merge keys, by a parser that needs a seventh of the time and a third of the memory of the careful one,
 * and keeps no positions. What it refuses goes to the careful one, which says more about it. Aliases may unfold to no more than
 * a file may have.
 */
export function parseYamlSource(file: string, text: string): Parsed {
  // Directives may ask for YAML 1.1.
  if (text.startsWith('%')) return parseYamlCarefully(file, text);
  try {
    const value = load(text, options);
    const source: Parsed = { file, value, locate: (pointers) => yamlPositions(text, options, pointers) };
    if (mayHaveAliases(text)) refuseEndless(source);
    return source;
  } catch (error) {
    if (error instanceof RangeError) throw new PortalError(TOO_DEEP, { file });
    if (!(error instanceof YAMLException)) throw error;
    const { reason } = error;
    // A file with several documents has no place.
    const mark = error.mark as YAMLException['mark'] | undefined;
    const place = { file, ...(mark && { line: mark.line + 1, column: mark.column + 1 }) };
    if (reason.startsWith('nesting exceeded')) throw new PortalError(TOO_DEEP, place);
    const isLarge = text.length > MAXIMUM_CAREFUL || reason.startsWith('merge keys exceeded');
    if (isLarge) throw new PortalError(`this is not valid YAML: ${reason}. Mend the syntax there.`, place);
    return parseYamlCarefully(file, text);
  }
}

/** An alias stands at the beginning of a value; Markdown's emphasis looks the same now and then. */
function mayHaveAliases(text: string): boolean {
  return /(?:^|[\s[{,])\*[^\s*]/.test(text);
}

function refuseEndless(source: Parsed): void {
  const { value, file } = source;
  const sizes = typeof value === 'object' && value !== null ? unfoldedSizes(value) : [];
  if (sizes.reduce((sum, { size }) => sum + size, 0) <= MAXIMUM_UNFOLDED) return;
  const pointer = `/${escapeKey(sizes.toSorted((a, b) => b.size - a.size)[0]?.key ?? '')}`;
  throw new PortalError(
    'the aliases (*name) in this unfold to more than 64 MB of YAML. Write out what they repeat, or repeat less.',
    { file, ...source.locate([pointer]).get(pointer) },
  );
}
