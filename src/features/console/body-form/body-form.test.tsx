// @vitest-environment jsdom
import { useState } from 'react';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MediaTypeView, SchemaView } from '../../../../contract/reference-page';
import { schemaParts } from '../editor/schema-parts';
import type { FormValues } from '../request';
import { BodyEditor } from '../views/BodyEditor.view';
import { chooseBodyView } from '../views/chosen-body-view';

/** jsdom has no layout, so nothing to scroll. */
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
const json: MediaTypeView = { type: 'application/json', examples: [] };
beforeEach(() => chooseBodyView(json, 'form'));
afterEach(cleanup);

const text: SchemaView = { type: 'string' };
const part: SchemaView = {
  type: 'object',
  properties: [{ name: 'deep', required: true, schema: { type: 'integer' } }],
};
const dog: SchemaView = {
  type: 'object',
  name: 'Dog',
  properties: [
    { name: 'kind', required: true, schema: text },
    { name: 'name', required: true, schema: text },
    { name: 'tricks', required: false, schema: { type: 'array of string', items: text } },
  ],
};
const cat: SchemaView = {
  type: 'object',
  name: 'Cat',
  properties: [
    { name: 'kind', required: true, schema: text },
    { name: 'name', required: true, schema: text },
    { name: 'lives', required: true, schema: { type: 'integer', constraints: ['1 to 9'] } },
  ],
};
const schema: SchemaView = {
  type: 'object',
  properties: [
    { name: 'title', required: true, schema: text },
    { name: 'id', required: true, schema: { type: 'string', readOnly: true } },
    { name: 'count', required: false, schema: { type: 'integer or null', nullable: true } },
    { name: 'colour', required: false, schema: { type: 'string', enum: ['"red"', '"blue"'] } },
    { name: 'tags', required: false, schema: { type: 'array of string', items: text } },
    { name: 'labels', required: false, schema: { type: 'object', additional: text } },
    { name: 'part', required: false, schema: { type: 'object', more: 'Part' } },
    {
      name: 'pet',
      required: false,
      schema: {
        type: 'Dog or Cat',
        alternatives: { kind: 'oneOf', discriminator: 'kind', values: ['dog', 'cat'], schemas: [dog, cat] },
      },
    },
  ],
};

function setUp(body: string, media: MediaTypeView = { ...json, schema }, start: Partial<FormValues> = {}) {
  let held: FormValues = { parameters: {}, mediaType: 0, body, ...start };
  const parts = schemaParts({ api: 'a', version: 'v1' }, async () => new Response(JSON.stringify(part)));
  function Form() {
    const [values, setValues] = useState(held);
    held = values;
    return (
      <BodyEditor
        idPrefix="f"
        body={{ required: true, descriptionHtml: '', content: [media] }}
        values={values}
        marks={[]}
        parts={parts}
        onChange={(change) => setValues({ ...values, ...change })}
      />
    );
  }
  render(<Form />);
  return { user: userEvent.setup(), body: () => held.body, values: () => held };
}

const add = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.type(screen.getByRole('combobox', { name: 'Add a property' }), `${name}{Enter}`);

describe('a JSON body as fields', () => {
  test('changes what is typed and leaves the rest of the text as it was written', async () => {
    const { user, body } = setUp('{"title": "a",   "unknown": 1.0, "count": 10000000000000000000000}');
    await user.type(screen.getByLabelText('title'), 'b');
    expect(body()).toBe('{"title": "ab",   "unknown": 1.0, "count": 10000000000000000000000}');
    expect(screen.getByLabelText<HTMLInputElement>('count').value).toBe('10000000000000000000000');
    expect(screen.getByText(/does not know unknown/)).toBeTruthy();
  });

  test('has required members in sight, read-only ones not, optional ones behind a menu', async () => {
    const { user, body } = setUp('');
    expect(screen.getByLabelText('title')).toBeTruthy();
    expect(screen.queryByLabelText('id')).toBeNull();
    expect(screen.queryByLabelText('colour')).toBeNull();
    await user.type(screen.getByLabelText('title'), 'x');
    await add(user, 'colour');
    await user.selectOptions(screen.getByLabelText('colour'), 'blue');
    expect(JSON.parse(body())).toEqual({ title: 'x', colour: 'blue' });
    await user.click(screen.getByRole('button', { name: 'Remove colour' }));
    expect(JSON.parse(body())).toEqual({ title: 'x' });
  });

  test('has lists whose items are added, moved and removed', async () => {
    const { user, body } = setUp('{"title": "", "tags": ["a", "b"]}');
    await user.click(screen.getByRole('button', { name: 'Add an item to tags' }));
    await user.type(screen.getByLabelText('tags 3'), 'c');
    await user.click(screen.getByRole('button', { name: 'Move tags 3 up' }));
    await user.click(screen.getByRole('button', { name: 'Remove tags 1' }));
    expect(JSON.parse(body())).toEqual({ title: '', tags: ['c', 'b'] });
  });

  test('has names and values where any name is allowed', async () => {
    const { user, body } = setUp('{"title": "", "labels": {"a": "1"}}');
    await user.click(screen.getByRole('button', { name: 'Add a name and value to labels' }));
    await user.keyboard('b');
    await user.type(screen.getByLabelText('b'), '2');
    expect(JSON.parse(body())).toMatchObject({ labels: { a: '1', b: '2' } });
  });

  test('says null where that is allowed, and takes it back', async () => {
    const { user, body } = setUp('{"title": "", "count": 3}');
    await user.click(screen.getByRole('button', { name: 'count is null' }));
    expect(JSON.parse(body())).toMatchObject({ count: null });
    await user.click(screen.getByRole('button', { name: 'count is null' }));
    expect(JSON.parse(body())).toMatchObject({ count: 0 });
  });

  test('sends what is not of its type on purpose, and says so', async () => {
    const { user, body } = setUp('{"title": "", "count": 3}');
    await user.type(screen.getByLabelText('count'), 'x');
    expect(JSON.parse(body())).toMatchObject({ count: '3x' });
    expect(await screen.findByText(/The contract asks for an integer or null/)).toBeTruthy();
    expect(screen.getByLabelText('count').getAttribute('aria-invalid')).toBe('true');
  });

  test('fetches what the page left out of the schema', async () => {
    const { user, body } = setUp('{"title": ""}');
    await add(user, 'part');
    await user.type(await screen.findByLabelText('deep'), '{Backspace}7');
    expect(JSON.parse(body())).toMatchObject({ part: { deep: 7 } });
  });

  test('changes between alternatives; what one held comes back with it', async () => {
    const { user, body } = setUp('{"title": "", "pet": {"kind": "dog", "name": "Rex", "tricks": ["sit"]}}');
    const which = screen.getByRole('combobox', { name: 'Which pet' });
    expect(within(which).getByRole<HTMLOptionElement>('option', { selected: true }).textContent).toBe('dog');
    await user.selectOptions(which, 'cat');
    expect(JSON.parse(body())).toMatchObject({ pet: { kind: 'cat', name: 'Rex', lives: 1 } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which pet' }), 'dog');
    expect(JSON.parse(body())).toMatchObject({ pet: { kind: 'dog', name: 'Rex', tricks: ['sit'] } });
  });

  test('keeps text that is not JSON, says where, and leads there', async () => {
    const broken = '{\n  "title": oops\n}';
    const { user, body } = setUp(broken);
    expect(screen.getByRole('alert').textContent).toMatch(/Line 2, column 12: expected a value/);
    await user.click(screen.getByRole('button', { name: 'Show line 2' }));
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Body' });
    expect([area.value, body(), document.activeElement]).toEqual([broken, broken, area]);
  });

  test('is the same as its text, whichever is changed', async () => {
    const { user } = setUp('{"title": "a"}');
    await user.click(screen.getByRole('button', { name: 'Text' }));
    await user.type(screen.getByRole('textbox', { name: 'Body' }), '{Backspace}, "colour": "red"}');
    await user.click(screen.getByRole('button', { name: 'Form' }));
    expect(screen.getByLabelText<HTMLSelectElement>('colour').selectedOptions[0]?.textContent).toBe('red');
  });
});

describe('other bodies as fields', () => {
  const form: MediaTypeView = {
    type: 'application/x-www-form-urlencoded',
    schema,
    examples: [],
    parts: [{ name: 'labels', headers: [], style: 'deepObject', explode: true }],
  };

  test('a form is written by its encoding', async () => {
    const { user, body } = setUp('title=a&labels[x]=1&other=%20', form);
    await user.type(screen.getByLabelText('title'), ' b');
    await user.type(screen.getByLabelText('x'), '2');
    expect(body()).toBe('title=a+b&labels%5Bx%5D=12&other=%20');
  });

  test('of a multipart body, parts are files and have types', async () => {
    const multipart: MediaTypeView = {
      type: 'multipart/form-data',
      schema: {
        type: 'object',
        properties: [
          { name: 'photos', required: true, schema: { type: 'array', items: { type: 'string', format: 'binary' } } },
          { name: 'note', required: true, schema: text },
        ],
      },
      examples: [],
    };
    const { user, values } = setUp('{"note": "x"}', multipart);
    const file = (name: string) => new File(['1'], name, { type: 'image/png' });
    await user.upload(screen.getByLabelText('photos'), [file('a.png')]);
    await user.upload(screen.getByLabelText('photos'), [file('b.png')]);
    expect(values().files?.photos?.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    await user.type(screen.getByRole('textbox', { name: 'sent as, the type of note' }), 'text/markdown');
    expect(values().partTypes).toEqual({ note: 'text/markdown' });
    await user.upload(screen.getByLabelText('A file for note'), file('note.md'));
    expect(screen.getByText('note.md')).toBeTruthy();
  });
});
