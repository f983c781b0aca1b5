import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MediaTypeView, PartView } from '../../../../contract/reference-page';
import { multipartBlob } from './multipart-blob';
import { partsOfDocument, usualPartType } from './multipart-parts';
import type { RequestPart } from './request-description';

const part = (one: Partial<PartView> & { name: string }): PartView => ({ headers: [], ...one });
const media: MediaTypeView = {
  type: 'multipart/form-data',
  schema: {
    type: 'object',
    properties: [
      { name: 'photos', required: true, schema: { type: 'array', items: { type: 'string', format: 'binary' } } },
      { name: 'meta', required: false, schema: { type: 'object', properties: [] } },
      { name: 'note', required: false, schema: { type: 'string' } },
    ],
  },
  examples: [],
  parts: [
    part({ name: 'photos', contentType: 'image/png, image/jpeg' }),
    part({ name: 'tags', style: 'pipeDelimited', explode: false }),
    part({ name: 'meta', contentType: 'application/vnd.meta+json' }),
    part({ name: 'xml', contentType: 'application/xml' }),
  ],
};

describe('the parts of a multipart body', () => {
  test.each<[string, Record<string, unknown>, readonly RequestPart[]]>([
    ['a text has no type', { note: 'x' }, [['note', 'x']]],
    ['an object is JSON', { other: { a: 1 } }, [['other', '{"a":1}', undefined, undefined, 'application/json']]],
    ['the contract says the type', { xml: '<a/>' }, [['xml', '<a/>', undefined, undefined, 'application/xml']]],
    [
      'a list is a part for each item',
      { ids: [1, 'b'] },
      [
        ['ids', '1'],
        ['ids', 'b'],
      ],
    ],
    ['a list in one part', { tags: ['a', 'b'] }, [['tags', 'a|b']]],
    ['a list within JSON', { meta: [1] }, [['meta', '[1]', undefined, undefined, 'application/vnd.meta+json']]],
  ])('%s', (_name, document, want) => {
    expect(partsOfDocument(document, media, {})).toEqual(want);
  });

  test('a chosen file takes the place of what was typed, and a chosen type that of the contract', () => {
    const files = { photos: [new File(['1'], 'a.png', { type: 'image/png' }), new File(['2'], 'b')] };
    const typed = { photos: 'typed', note: 'x' };
    expect(partsOfDocument(typed, media, { files, partTypes: { note: 'text/markdown' } })).toEqual([
      ['photos', '', 'a.png', files.photos[0]],
      ['photos', '', 'b', files.photos[1], 'image/png'],
      ['note', 'x', undefined, undefined, 'text/markdown'],
    ]);
  });

  test('have a usual type to show', () => {
    expect(['photos', 'meta', 'note'].map((name) => usualPartType(name, media))).toEqual([
      'image/png',
      'application/vnd.meta+json',
      'text/plain',
    ]);
  });
});

test('a multipart body that is written here reads as what was put in', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => one.isWellFormed());
  const name = text.filter((one) => one !== '' && !/["\r\n%]/.test(one));
  const type = fc.constantFrom(undefined, 'application/json', 'text/x-y; charset=utf-8');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, text, type), { minLength: 1, maxLength: 6 }), async (written) => {
      const parts = written.map(([one, value, own]): RequestPart => [one, value, undefined, undefined, own]);
      const blob = multipartBlob(parts);
      const sent = new Response(await blob.text(), { headers: { 'Content-Type': blob.type } });
      expect([...(await sent.formData())]).toEqual(written.map(([one, value]) => [one, value]));
    }),
  );
});
