// @vitest-environment jsdom
import { useState } from 'react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { FormValues } from '../request';
import { BodyFiles } from './BodyFiles.view';

afterEach(cleanup);

test('files are chosen by part, shown with their size, and taken away again', async () => {
  let held: FormValues['files'];
  function Form() {
    const [files, setFiles] = useState<NonNullable<FormValues['files']>>({});
    held = files;
    return <BodyFiles idPrefix="f" fields={[{ name: 'photo', isList: false }]} files={files} onChange={setFiles} />;
  }
  render(<Form />);
  const user = userEvent.setup();
  await user.upload(screen.getByLabelText('photo'), new File(['0123456789'], 'ada.png', { type: 'image/png' }));
  expect(held?.photo?.map(({ name }) => name)).toEqual(['ada.png']);
  expect(screen.getByRole('listitem').textContent).toBe('ada.png10 bytes · image/png');
  expect(screen.getByText('Kept until this page is loaded again.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove the file ada.png' }));
  expect(held?.photo).toEqual([]);
  expect(screen.queryByText(/ada\.png/)).toBeNull();
});
