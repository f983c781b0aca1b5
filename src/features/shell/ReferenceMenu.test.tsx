import { afterEach, expect, test } from 'vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReferenceMenu } from './ReferenceMenu.view';

const apis = [
  {
    id: 'cardea',
    title: 'Cardea API',
    versions: [
      { id: 'v2', current: true, deprecated: false },
      { id: 'v1', current: false, deprecated: true },
    ],
  },
];

afterEach(cleanup);

function renderMenu() {
  render(
    <>
      <ReferenceMenu apis={apis} place={{ api: 'cardea', version: 'v1' }} />
      <button type="button">Elsewhere</button>
    </>,
  );
  const summary = screen.getByText('Reference');
  const details = summary.closest('details');
  if (!details) throw new Error('the menu is a <details>');
  return { user: userEvent.setup(), summary, details };
}

test('it lists every version, marks the one that the reader is in and says which is deprecated', () => {
  renderMenu();
  const here = screen.getByRole('link', { name: /v1/, hidden: true });
  expect(here.getAttribute('href')).toBe('/reference/cardea/v1');
  expect(here.getAttribute('aria-current')).toBe('true');
  expect(here.textContent).toContain('deprecated');
});

test('Escape closes it and gives the focus back', async () => {
  const { user, summary, details } = renderMenu();
  await user.click(summary);
  expect(details.open).toBe(true);
  await user.tab();
  await user.keyboard('{Escape}');
  expect(details.open).toBe(false);
  expect(document.activeElement).toBe(summary);
});

test('a press elsewhere closes it', async () => {
  const { user, summary, details } = renderMenu();
  await user.click(summary);
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(details.open).toBe(false);
});
