import { mergedItem } from './changed-item.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { isObject } from './example.ts';
import { missingParent } from './find-item.ts';
import { fillTemplate } from './path-template.ts';
import type { Single } from './resource.ts';
import { notThere, type Outcome, type Scene } from './scene.ts';
import { touched } from './server-set.ts';
import type { Item, Place } from './state.ts';

const only = 'only';

/** The one thing at a path, `/me` or `/offers/{id}/settings`: there from the start, as the contract shows it. */
export async function playSingle(
  scene: Scene,
  does: 'read' | 'replace' | 'merge' | 'remove',
  single: Single,
): Promise<Outcome> {
  const { known, request, state, now } = scene;
  const missing = await missingParent(scene, single.template);
  if (missing !== null) return notThere(missing);
  const place: Place = {
    key: fillTemplate(single.template, request.path),
    template: single.template,
    parents: new Map(),
  };
  const found = await state.get(place, only);
  const hasBody = single.read !== undefined && jsonOf(successOf(single.read)) !== undefined;
  const isThereAtFirst = hasBody || !saysNotFound(single);
  const current = found ?? (found === undefined && isThereAtFirst ? known.singleSeed(single) : undefined);
  const schema = single.read && jsonOf(successOf(single.read))?.schema;
  const body = isObject(request.body) ? request.body : {};
  switch (does) {
    case 'read':
      return current === undefined ? notThere(`${place.key} is not there.`) : done(current);
    case 'remove':
      if (hasBody && current === undefined) return notThere(`${place.key} is not there.`);
      await state.remove(place, only);
      return { kind: 'done', prefer: ['204', '200', '202'], value: current };
    case 'replace': {
      const replaced = touched(
        known.contract,
        schema,
        { ...known.singleSeed(single), ...(current ?? {}), ...body },
        now,
      );
      await state.put(place, only, replaced);
      return {
        kind: 'done',
        prefer: current === undefined ? ['201', '200', '204'] : ['200', '204', '201'],
        value: replaced,
      };
    }
    case 'merge': {
      if (current === undefined && hasBody) return notThere(`${place.key} is not there.`);
      const merged = mergedItem(known.contract, schema, current ?? {}, body, [], now);
      await state.put(place, only, merged);
      return done(merged);
    }
  }
}

/** `GET /gists/{id}/star` answers 404 until it is set: a thing without content that the contract says may be absent. */
function saysNotFound({ read }: Single): boolean {
  return read === undefined || read.responses.some((response) => response.status === '404');
}

function done(value: Item): Outcome {
  return { kind: 'done', prefer: ['200', '204', '202'], value };
}
