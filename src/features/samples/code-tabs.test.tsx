// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { CodeTabs } from './index';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const fence = (language: string, code: string, metastring = 'tab') => (
  <pre>
    <code className={`language-${language}`} {...{ metastring }}>
      {code}
    </code>
  </pre>
);
const group = (
  <CodeTabs>
    {fence('js', 'await fetch(url)')}
    {fence('python', 'urlopen(url)')}
    {fence('yaml', 'url: x', 'title="a" tab="Helm chart"')}
  </CodeTabs>
);

describe('fences of a guide that say the same', () => {
  test('are all in the HTML, by the names of their languages', () => {
    const html = renderToStaticMarkup(group);
    for (const text of ['await fetch', 'urlopen', 'url: x', 'JavaScript', 'Python', 'Helm chart']) {
      expect(html).toContain(text);
    }
  });

  test('open in the reader’s language, in all groups at once', async () => {
    render(
      <>
        {group}
        {group}
      </>,
    );
    const user = userEvent.setup();
    await user.click(screen.getAllByRole('tab', { name: 'Python' })[0]!);
    expect(screen.getAllByRole('tab', { name: 'Python', selected: true })).toHaveLength(2);
    expect(localStorage.getItem('portolan.language')).toBe('python');
    await user.click(screen.getAllByRole('tab', { name: 'Helm chart' })[0]!);
    expect(screen.getAllByRole('tab', { name: 'Helm chart', selected: true })).toHaveLength(1);
    expect(screen.getAllByRole('tab', { name: 'Python', selected: true })).toHaveLength(1);
    await user.click(screen.getAllByRole('tab', { name: 'JavaScript' })[0]!);
  });
});
