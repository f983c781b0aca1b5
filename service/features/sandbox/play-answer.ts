import { shapeOf } from '../../../contract/schema-shape.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { examplesOf, isObject } from './example.ts';
import { missingParent } from './find-item.ts';
import { notThere, type Outcome, type Scene } from './scene.ts';

/** An operation that is not about a resource: the contract's example, in which what the client said is said again. */
export async function playAnswer(scene: Scene): Promise<Outcome> {
  const { known, request } = scene;
  const missing = await missingParent(scene, request.operation.path);
  if (missing !== null) return notThere(missing);
  // Some descriptions show only how an operation fails.
  const response = successOf(request.operation) ?? request.operation.responses[0];
  const prefer = [/^\d{3}$/.test(response?.status ?? '') ? (response?.status ?? '200') : '200'];
  const media = jsonOf(response);
  if (media === undefined) return { kind: 'done', prefer };
  const shown = examplesOf(known.contract, media)[0] ?? known.tools.sample(media.schema);
  if (!isObject(shown) || !isObject(request.body)) return { kind: 'done', prefer, value: shown };
  const { properties } = shapeOf(known.contract, media.schema);
  const said = Object.entries(request.body).filter(([name]) => {
    const property = properties.get(name);
    return property !== undefined && !shapeOf(known.contract, property).readOnly;
  });
  return { kind: 'done', prefer, value: { ...shown, ...Object.fromEntries(said) } };
}
