// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Console } from './index';
import { operationPage } from './page.fixture';

/** The console's code is read when it is opened, here without a bundler before it. */
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** jsdom has no modal dialogs. */
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

const onScreen = (isNarrow: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: isNarrow }));
const page = operationPage({ title: 'List things' });

describe('the console in its page', () => {
  test('is a button in the HTML, below what is read in its place', () => {
    const html = renderToStaticMarkup(<Console page={page}>the sample</Console>);
    expect(html).toMatch(/the sample.*Try it/);
    expect(html).not.toContain('<form');
  });

  test('takes the place of the sample when it is opened', async () => {
    onScreen(false);
    render(<Console page={page}>the sample</Console>);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try it' }));
    const form = await screen.findByRole('form', { name: 'Try List things' });
    await waitFor(() => expect(document.activeElement).toBe(form));
    expect(screen.queryByText('the sample')).toBeNull();
  });

  test('opens in a sheet on a small screen, and keeps what is in it when that is closed', async () => {
    onScreen(true);
    render(<Console page={{ ...page, parameters: [] }}>the sample</Console>);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    const sheet = await screen.findByRole('dialog', { name: 'Try List things' });
    const form = await screen.findByRole('form', { name: 'Try List things' });
    expect(sheet.contains(form)).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('the sample')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(screen.getByRole('form', { name: 'Try List things' })).toBe(form);
  });

  test('is not there for a webhook: that request comes to the reader', () => {
    expect(renderToStaticMarkup(<Console page={{ ...page, kind: 'webhook' }} />)).toBe('');
  });
});
