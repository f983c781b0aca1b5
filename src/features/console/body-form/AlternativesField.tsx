import { useMemo, useState } from 'react';
import type { AlternativesView } from '../../../../contract/reference-page';
import { editOf, rawOf, type BodyValueProps } from './field-place';
import { useFormTools } from './form-context';
import { likelyAlternative } from './likely-alternative';
import { readable } from './readable';
import { chosenView, startJson, wholeOf } from './start-json';
import { useWhole } from './use-whole';
import { withKept } from './with-kept';
import styles from './BodyForm.module.css';

/** One of several shapes: which one is chosen by name, or seen from what stands in the text. What another held comes back with it. */
export function AlternativesField(place: BodyValueProps) {
  const { idPrefix, edit, left, parts, Value } = useFormTools();
  const { view, text, node, pointer, label } = place;
  const set = view.alternatives ?? nothing;
  const [chosen, setChosen] = useState<number | null>(null);
  const index = likelyAlternative(set, text, node, parts.known, chosen);
  const one = useWhole(set.schemas[index] ?? any, parts);
  const merged = useMemo(() => one && chosenView(view, one, index, parts.known), [view, one, index, parts]);

  const choose = (next: number): void => {
    const raw = rawOf(place);
    if (raw !== null) left.set(`${pointer} ${index}`, raw);
    setChosen(next);
    const schema = set.schemas[next];
    if (raw === null || !schema) return;
    void (schema.more === undefined ? Promise.resolve() : parts.fetch(schema.more)).then(() => {
      const start = startJson(chosenView(view, schema, next, parts.known), parts.known);
      edit(editOf(place, left.get(`${pointer} ${next}`) ?? withKept(start, raw)));
    });
  };
  if (!merged) return <p aria-busy="true">…</p>;
  const choice = set.schemas.length > 1 && (
    <select
      id={`${idPrefix}${pointer}-one-of`}
      aria-label={`Which ${label || 'body'}`}
      className={styles.choice}
      value={index}
      onChange={(event) => choose(Number(event.target.value))}
    >
      {namesOf(set, parts.known).map((name, at) => (
        <option key={at} value={at}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <Value
      {...place}
      view={merged}
      choice={
        <>
          {place.choice}
          {choice}
        </>
      }
    />
  );
}

const any = { type: 'any' };
const nothing: AlternativesView = { kind: 'oneOf', schemas: [] };

/** What tells them apart: the discriminator's value, a title, a name, else the type with its number where others have the same. */
function namesOf(
  { schemas, values = [] }: AlternativesView,
  known: ReadonlyMap<string, BodyValueProps['view']>,
): readonly string[] {
  const names = schemas.map((schema, at) => {
    const whole = wholeOf(schema, known);
    return [values[at], whole.title, whole.name].find(Boolean) ?? wordsOf(whole);
  });
  return names.map((name, at) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}, ${at + 1}`));
}

/** `type A`, by a member that can have one value only; `object with name, data`; else the type. */
function wordsOf({ type, properties = [] }: BodyValueProps['view']): string {
  const fixed = properties.find(({ schema }) => schema.const !== undefined || schema.enum?.length === 1);
  const value = fixed && (fixed.schema.const ?? fixed.schema.enum?.[0]);
  if (fixed && value !== undefined) return `${fixed.name} ${readable(value)}`;
  const needed = properties.filter(({ required }) => required).map(({ name }) => name);
  return needed.length === 0 ? type : `${type} with ${needed.slice(0, 4).join(', ')}`;
}
