import { afterEach, describe, expect, test, vi } from 'vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  Button,
  ButtonLink,
  CopyButton,
  MethodBadge,
  Page,
  PageChoice,
  PageHead,
  Section,
  StatusBadge,
  Table,
  Tabs,
} from './index';

afterEach(cleanup);

describe('CopyButton', () => {
  test('copies its text and says so', async () => {
    const user = userEvent.setup();
    render(<CopyButton text="curl -i" label="Copy the request" />);
    await user.click(screen.getByRole('button', { name: 'Copy the request' }));
    expect(await navigator.clipboard.readText()).toBe('curl -i');
    expect((await screen.findByText('Copied')).getAttribute('role')).toBe('status');
  });

  test('says what to do where the browser refuses', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    render(<CopyButton text="x" label="Copy" />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText(/Select the text/)).toBeTruthy();
  });
});

describe('Tabs', () => {
  const items = [
    { id: 'curl', label: 'curl', content: 'first sample' },
    { id: 'node', label: 'Node', content: 'second sample' },
  ];

  test('arrow keys move between tabs, Enter opens one', async () => {
    const user = userEvent.setup();
    render(<Tabs label="Language" items={items} />);
    const list = screen.getByRole('tablist', { name: 'Language' });
    expect(screen.getByRole('tabpanel').textContent).toBe('first sample');
    await user.click(within(list).getByRole('tab', { name: 'curl' }));
    await user.keyboard('{ArrowRight}{Enter}');
    expect(within(list).getByRole('tab', { name: 'Node' }).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('tabpanel').textContent).toBe('second sample');
  });

  test('arrows go round, Home and End go to the ends, and one tab is in the order of Tab', async () => {
    const user = userEvent.setup();
    render(<Tabs label="Language" items={[...items, { id: 'go', label: 'Go', content: 'third sample' }]} />);
    await user.tab();
    expect(document.activeElement?.textContent).toBe('curl');
    const way = ['{ArrowLeft}', '{ArrowRight}', '{End}', '{Home}'];
    const seen: unknown[] = [];
    for (const key of way) {
      await user.keyboard(key);
      seen.push(document.activeElement?.textContent);
    }
    expect(seen).toEqual(['Go', 'curl', 'Go', 'curl']);
    await user.tab();
    expect(document.activeElement?.getAttribute('role')).toBe('tabpanel');
  });

  test('a caller may keep the choice', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<Tabs label="Language" items={items} value="node" onChange={onChange} />);
    expect(screen.getByRole('tabpanel').textContent).toBe('second sample');
    await user.click(screen.getByRole('tab', { name: 'curl' }));
    expect(onChange).toHaveBeenCalledWith('curl');
    expect(screen.getByRole('tabpanel').textContent).toBe('second sample');
  });

  test('the HTML holds every panel, for readers without JavaScript', () => {
    const html = renderToStaticMarkup(<Tabs label="Language" items={items} />);
    expect(html).toContain('first sample');
    expect(html).toContain('second sample');
  });
});

test('a shortened method is read out in full', () => {
  render(<MethodBadge method="delete" size="compact" />);
  expect(screen.getByText('DELETE')).toBeTruthy();
  expect(screen.getByText('DEL').getAttribute('aria-hidden')).toBe('true');
});

test('a status is shown with its name and the tone of its class', () => {
  const { container } = render(<StatusBadge status={429} named />);
  expect(container.textContent).toBe('429 Too Many Requests');
  expect(container.querySelector('[data-tone="warn"]')).toBeTruthy();
});

test('a busy button keeps the focus and cannot be pressed again', async () => {
  const user = userEvent.setup();
  const press = vi.fn();
  render(
    <Button busy onClick={press}>
      Send
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Send' });
  await user.click(button);
  expect(press).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button);
});

test('a button that goes somewhere is a link', () => {
  render(<ButtonLink to="/docs">Read the guides</ButtonLink>);
  expect(screen.getByRole('link', { name: 'Read the guides' }).getAttribute('href')).toBe('/docs');
});

describe('A page', () => {
  test('is the main part, with its head, and a section is named by its heading', () => {
    render(
      <Page>
        <PageHead title="Keys" lead="What programs send." />
        <Section title="Live" text="Real people." id="live">
          <p>None yet.</p>
        </Section>
      </Page>,
    );
    const main = screen.getByRole('main');
    expect(within(main).getByRole('heading', { level: 1, name: 'Keys' })).toBeTruthy();
    const section = within(main).getByRole('region', { name: 'Live' });
    expect(within(section).getByText('None yet.')).toBeTruthy();
    expect(within(section).getByRole('heading', { level: 2 }).id).toBe('live');
  });

  test('sections of one page have headings of their own', () => {
    render(
      <>
        <Section title="One">1</Section>
        <Section title="Two">2</Section>
      </>,
    );
    expect(screen.getByRole('region', { name: 'One' }).textContent).toContain('1');
    expect(screen.getByRole('region', { name: 'Two' }).textContent).toContain('2');
  });

  test('says what was chosen for all of it', async () => {
    const chosen = vi.fn();
    render(
      <PageChoice label="Acting for" value="a" onChoose={chosen}>
        <option value="a">Acme</option>
        <option value="b">Birch</option>
      </PageChoice>,
    );
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Acting for' }), 'Birch');
    expect(chosen).toHaveBeenCalledWith('b');
  });

  test('a table is read with its caption and its columns, also those that are not seen', () => {
    render(
      <Table
        caption="Keys"
        columns={[{ name: 'Key' }, { name: 'Requests', isNumber: true }, { name: 'Actions', isUnseen: true }]}
      >
        <tr>
          <th scope="row">till</th>
          <td data-number>7</td>
          <td />
        </tr>
      </Table>,
    );
    const table = screen.getByRole('table', { name: 'Keys' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Key', 'Requests', 'Actions']);
    expect(within(table).getByRole('rowheader', { name: 'till' })).toBeTruthy();
  });
});
