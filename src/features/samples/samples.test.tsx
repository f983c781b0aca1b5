// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import type { RequestDescription } from '../console/request';
import { languages, RequestSample } from './index';

const request: RequestDescription = {
  method: 'POST',
  url: '/gateway/cardea/v2/offers',
  headers: [
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer YOUR_KEY'],
  ],
  cookies: [],
  user: null,
  content: { kind: 'text', text: '{"name": "</script><b>$(id)"}' },
};
const withKey = { ...request, headers: [['Authorization', 'Bearer ptl_test_mine']] as const };
const origin = 'https://portal.example';
const menu = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language of the sample' });

/** Waits until the code that is shown holds a text. */
const code = (sign: string) =>
  screen.findByText((_text, element) => element?.tagName === 'PRE' && element.textContent.includes(sign));

afterEach(async () => {
  // The choice outlives a page; the next test begins as a new reader does.
  await userEvent.selectOptions(menu(), 'shell');
  cleanup();
  localStorage.clear();
});

describe('a sample', () => {
  test('is curl in the HTML, as text, with a word where the menu would be dead', () => {
    render(<RequestSample request={request} origin={origin} />);
    const html = renderToStaticMarkup(<RequestSample request={request} origin={origin} />);
    expect(html).toContain('curl');
    expect(html).not.toContain('<b>');
    expect(html).toContain('<span class="_word');
  });

  test('can be read in twelve languages, chosen once for all samples', async () => {
    render(<RequestSample request={request} origin={origin} />);
    expect([...menu().options].map(({ text }) => text)).toEqual(languages.map(({ name }) => name));
    const signs = { python: 'import requests', go: 'package main', ruby: 'Net::HTTP', java: 'HttpClient' };
    for (const [language, sign] of Object.entries(signs)) {
      await userEvent.selectOptions(menu(), language);
      await code(sign);
      expect(localStorage.getItem('portolan.language')).toBe(language);
    }
  });

  test('keeps the one before until the chosen one is there', async () => {
    const { container } = render(<RequestSample request={request} origin={origin} />);
    await userEvent.selectOptions(menu(), 'rust');
    expect(container.querySelector('pre')?.textContent).toMatch(/curl|reqwest/);
    await code('reqwest');
  });

  test('follows what was chosen in another tab', async () => {
    render(<RequestSample request={request} origin={origin} />);
    act(() => {
      globalThis.window.dispatchEvent(new StorageEvent('storage', { key: 'portolan.language', newValue: 'php' }));
    });
    expect(menu().value).toBe('php');
    await code('<?php');
  });

  test('has the visitor’s key only where it is copied on purpose', async () => {
    const user = userEvent.setup();
    const { container } = render(<RequestSample request={request} withKey={withKey} origin={origin} />);
    expect(container.innerHTML).not.toContain('ptl_test_mine');
    await user.click(screen.getByRole('button', { name: 'Copy the code with your key' }));
    expect(await navigator.clipboard.readText()).toContain('Bearer ptl_test_mine');
  });
});

describe('samples of the description’s own', () => {
  const written = [
    { lang: 'Go', label: 'Go SDK', source: 'cardea.New()' },
    { lang: 'COBOL', source: 'CALL CARDEA' },
  ];

  test('stand first, under their own labels', () => {
    render(<RequestSample request={request} origin={origin} written={written} />);
    expect([...menu().options].slice(0, 3).map(({ text }) => text)).toEqual(['Go SDK', 'COBOL', 'Shell']);
    expect(screen.getByRole('group', { name: 'By the API’s authors' })).toBeTruthy();
  });

  test('are shown where the reader’s language has one, and ours where it is picked', async () => {
    const { container } = render(<RequestSample request={request} origin={origin} written={written} />);
    await userEvent.selectOptions(menu(), 'Go SDK');
    expect(container.querySelector('pre')?.textContent).toBe('cardea.New()');
    await userEvent.selectOptions(menu(), 'Go');
    await code('package main');
    await userEvent.selectOptions(menu(), 'COBOL');
    expect(container.querySelector('pre')?.textContent).toContain('CALL CARDEA');
    expect(localStorage.getItem('portolan.language')).toBe('go');
  });
});
