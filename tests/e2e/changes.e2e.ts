import { expect, hydrated, test } from './portal.ts';

const CHANGES = '/reference/cardea/v2/changes/v1';

test('an operation leads to what changed of it, and from there to both of its pages', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await hydrated(page);
  await page.getByRole('link', { name: 'Changed since v1' }).click();
  await expect(page).toHaveURL(new RegExp(`${CHANGES}#`));
  const change = page.getByRole('region', { name: 'Create a credential offer', exact: true });
  await expect(change).toBeInViewport();
  await change.getByRole('link', { name: 'Push a credential' }).click();
  await expect(page).toHaveURL(/\/reference\/cardea\/v1\/create-credential$/);
});

test('only what breaks is an address of its own', async ({ page }) => {
  await page.goto(`${CHANGES}?show=breaking`);
  await hydrated(page);
  const filter = page.getByRole('navigation', { name: 'Which changes are shown' });
  await expect(filter.getByRole('link', { name: /^Breaking only/ })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('heading', { name: 'New operations' })).toBeHidden();
  await filter.getByRole('link', { name: 'All changes' }).click();
  await expect(page).toHaveURL(new RegExp(`${CHANGES}$`));
  await expect(page.getByRole('heading', { name: 'New operations' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all changes are shown, whatever the address asks for', async ({ page }) => {
    await page.goto(`${CHANGES}?show=breaking`);
    await expect(page.getByRole('heading', { name: 'New operations' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Push a credential');
  });
});
