import type { SchemaView } from '../../../../contract/reference-page';

/** What a page leaves out of a schema, fetched when it is wanted (`…/parts/{name}.json`). */
export interface SchemaParts {
  /** Those that are here, by name. */
  readonly known: ReadonlyMap<string, SchemaView>;
  /** Fetches one. One that cannot be had is one that says nothing. */
  readonly fetch: (name: string) => Promise<SchemaView>;
}

type Fetch = (url: string) => Promise<Response>;

export function schemaParts(place: { readonly api: string; readonly version: string }, load: Fetch): SchemaParts {
  const known = new Map<string, SchemaView>();
  const asked = new Map<string, Promise<SchemaView>>();
  return {
    known,
    fetch(name) {
      let asking = asked.get(name);
      if (!asking) {
        const url = `/reference/${place.api}/${place.version}/parts/${encodeURIComponent(name)}.json`;
        asking = read(load, url).then((part) => {
          known.set(name, part);
          return part;
        });
        asked.set(name, asking);
      }
      return asking;
    },
  };
}

async function read(load: Fetch, url: string): Promise<SchemaView> {
  try {
    const response = await load(url);
    if (response.ok) return (await response.json()) as SchemaView;
  } catch {
    // Offline, or not JSON.
  }
  return { type: 'any' };
}
