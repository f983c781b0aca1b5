import type { Member, Shape } from '../../contract/read/portal/shape.ts';

/** The shape of `home.yaml`. */

const must = (shape: Shape): Member => ({ shape, required: true });
const may = (shape: Shape): Member => ({ shape, required: false });
const list = (of: Shape): Shape => ({ kind: 'list', of, least: 1 });
const object = (members: Readonly<Record<string, Member>>): Shape => ({ kind: 'object', members });

const text: Shape = { kind: 'text', wanted: 'text' };
const address: Shape = {
  kind: 'text',
  wanted: 'a path of this site such as "/docs", or an https address',
  accepts: (value) => /^(?:\/(?!\/)|https:\/\/)\S*$/.test(value),
};
const date: Shape = {
  kind: 'text',
  wanted: 'a date in quotation marks such as "2026-03-02"',
  accepts: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
};

export const homeShape = object({
  ways: may(
    list(
      object({
        title: must(text),
        text: must(text),
        links: must(list(object({ label: must(text), to: must(address) }))),
      }),
    ),
  ),
  launched: may(
    object({
      title: must(text),
      note: may(text),
      partners: must(list(object({ name: must(text), does: must(text), since: must(date) }))),
    }),
  ),
  changes: may(object({ file: must(text), to: must(address) })),
});

/** `home.yaml` as an author writes it. */
export interface HomeFile {
  readonly ways?: readonly {
    readonly title: string;
    readonly text: string;
    readonly links: readonly { readonly label: string; readonly to: string }[];
  }[];
  readonly launched?: {
    readonly title: string;
    readonly note?: string;
    readonly partners: readonly { readonly name: string; readonly does: string; readonly since: string }[];
  };
  /** The changelog: a file relative to `home.yaml`, and the address of its page. */
  readonly changes?: { readonly file: string; readonly to: string };
}
