// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { ConsoleCredentials } from '../credentials';
import { createEnvironmentStore } from '../environments/environment-store';
import { operationPage } from '../page.fixture';
import { ArrivalNote } from './ArrivalNote';
import type { Arrival } from './read-arrival';

afterEach(cleanup);

const page = operationPage();
const values = { parameters: {}, mediaType: 0, body: '' };
const arrival: Arrival = { kind: 'values', source: 'link', values, notes: ['<b>One note.</b>'], environment: 'live' };

function show(servers: Parameters<typeof createEnvironmentStore>[1]) {
  const environments = createEnvironmentStore(null, servers);
  const credentials = { environments } as unknown as ConsoleCredentials;
  render(<ArrivalNote page={page} credentials={credentials} arrival={arrival} dismiss={() => undefined} />);
  return environments;
}

test('a link made for live says so, and live is chosen by hand only', async () => {
  const environments = show({ 'cardea/v2': { variables: {} } });
  expect(screen.getByRole('status').textContent).toContain('<b>One note.</b> It was for live.');
  expect(environments.environmentOf(page)).toBe('sandbox');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Switch to live' }));
  expect(environments.environmentOf(page)).toBe('live');
  expect(screen.queryByRole('button', { name: 'Switch to live' })).toBeNull();
});

test('where there is the sandbox only, a link cannot say anything else', () => {
  show({});
  expect(screen.queryByRole('button', { name: 'Switch to live' })).toBeNull();
  expect(screen.getByRole('status').textContent).not.toContain('live');
});
