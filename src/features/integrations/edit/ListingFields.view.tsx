import type { ListingDraft, OwnListing } from '../../../portal-client';
import { kinds } from '../kind-words';
import { Choices } from './Choices.view';
import { limits, toggled } from './draft';
import { LineField, TextField } from './Field.view';

export interface ListingFieldsProps {
  readonly draft: ListingDraft;
  readonly choices: OwnListing['choices'];
  /** What is wrong, by field: `name`, `links.website`. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onEdit: (draft: ListingDraft) => void;
}

const links = [
  { name: 'website', label: 'Website', hint: 'Where readers find it. An address that begins with https://' },
  { name: 'docs', label: 'Documentation', hint: 'If there is some.' },
  { name: 'support', label: 'Support', hint: 'Where your users get help, if there is such a page.' },
] as const;

/** What a listing says, as one writes it. */
export function ListingFields({ draft, choices, faults, onEdit }: ListingFieldsProps) {
  const edit = (part: Partial<ListingDraft>) => onEdit({ ...draft, ...part });
  return (
    <>
      <LineField
        label="Name"
        hint="What the integration is called."
        value={draft.name}
        most={limits.name}
        fault={faults.get('name')}
        autoComplete="off"
        onValue={(name) => edit({ name })}
      />
      <LineField
        label="Summary"
        hint="What it does, on one line."
        value={draft.summary}
        most={limits.summary}
        fault={faults.get('summary')}
        autoComplete="off"
        onValue={(summary) => edit({ summary })}
      />
      <TextField
        label="Description"
        hint="What it does, for whom, and how one gets it. Plain text; an empty line makes a paragraph."
        rows={9}
        value={draft.description}
        most={limits.description}
        fault={faults.get('description')}
        onValue={(description) => edit({ description })}
      />
      <Choices
        legend="Kind"
        type="radio"
        options={kinds.map(({ id, name, means }) => ({ id, label: name, means }))}
        chosen={draft.kind === null ? [] : [draft.kind]}
        fault={faults.get('kind')}
        onToggle={(id) => edit({ kind: kinds.find((kind) => kind.id === id)?.id ?? null })}
      />
      <Choices
        legend="APIs it uses"
        type="checkbox"
        options={choices.apis}
        chosen={draft.apis}
        fault={faults.get('apis')}
        onToggle={(id) => edit({ apis: toggled(draft.apis, id) })}
      />
      {choices.categories.length > 0 ? (
        <Choices
          legend="Categories"
          hint={`Up to ${limits.categories}, under which readers find it.`}
          type="checkbox"
          options={choices.categories}
          chosen={draft.categories}
          most={limits.categories}
          fault={faults.get('categories')}
          onToggle={(id) => edit({ categories: toggled(draft.categories, id) })}
        />
      ) : null}
      {links.map(({ name, label, hint }) => (
        <LineField
          key={name}
          type="url"
          inputMode="url"
          label={label}
          hint={hint}
          placeholder="https://"
          value={draft.links[name] ?? ''}
          fault={faults.get(`links.${name}`)}
          onValue={(text) => edit({ links: { ...draft.links, [name]: text === '' ? null : text } })}
        />
      ))}
    </>
  );
}
