import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useOpenTarget } from './use-open-target';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
Element.prototype.scrollIntoView = () => undefined;

function Page() {
  useOpenTarget('page');
  return (
    <>
      <details id="404">
        <details>
          <p id="404.ü/a">x</p>
        </details>
      </details>
      <details id="other" />
    </>
  );
}
const open = () => [...document.querySelectorAll('details')].map((one) => one.open);

test.each([
  ['a folded part itself', '#404', [true, false, false]],
  ['a part within folded ones', `#${encodeURI('404.ü/a')}`, [true, true, false]],
  ['nothing for an address that leads nowhere', '#nothing', [false, false, false]],
  ['nothing for an address that was cut', '#404%E', [false, false, false]],
])('an address opens %s', (_name, hash, want) => {
  window.location.hash = hash;
  render(<Page />);
  expect(open()).toEqual(want);
});

test('an address that changes in the open page is followed as well', () => {
  render(<Page />);
  window.location.hash = '#404';
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  expect(open()).toEqual([true, false, false]);
});
