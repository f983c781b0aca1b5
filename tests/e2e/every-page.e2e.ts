import { barriers } from './barriers.ts';
import { expect, hydrated, test } from './portal.ts';

test.describe.configure({ mode: 'parallel' });

const PAGES = [
  '/',
  '/docs',
  '/docs/get-started',
  '/docs/errors/request-invalid',
  '/reference/cardea/v2',
  '/reference/cardea/v2/tags/credential-offers',
  '/reference/cardea/v2/create-credential-offer',
  '/reference/cardea/v1/create-credential',
  '/reference/cardea/v2/list-credential-offers',
  '/reference/cardea/v2/webhook-credential-issued',
  '/reference/cardea/v2/schemas',
  '/reference/cardea/v2/schemas/CredentialOffer',
  '/reference/cardea/v2/changes/v1',
  '/reference/cardea/v2/changes/v1?show=breaking',
  '/reference/portal/v1/create-guest-key',
  '/integrations',
  '/launch',
  '/sign-in',
  '/sign-up',
];

test.use({ reducedMotion: 'reduce' } as object);

for (const address of PAGES) {
  test(`${address} keeps nobody out, fits a screen of 320 px, and breaks no content security policy`, async ({
    page,
  }) => {
    const refused: string[] = [];
    await page.exposeFunction('refuse', (what: string) => refused.push(what));
    await page.addInitScript({
      content: `document.addEventListener('securitypolicyviolation', (event) => refuse(event.violatedDirective + ': ' + event.blockedURI));`,
    });
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    expect(answer?.headers()['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const wider = () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    // Once all has its place in the new width.
    await expect.poll(wider).toBe(0);
    expect(refused).toEqual([]);
  });
}

test('an address that leads nowhere says so with a way on', async ({ page, complaints }) => {
  const answer = await page.goto('/docs/there-is-no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  complaints.length = 0; // the browser itself reports an answer of 404
});

test('an operation that is not there says so, and React takes the page over without a word', async ({
  page,
  complaints,
}) => {
  const answer = await page.goto('/reference/cardea/v2/no-such-operation', { waitUntil: 'networkidle' });
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The browser itself reports an answer of 404: once for the page, once for its data.
  expect(complaints.filter((complaint) => !complaint.includes('404 (Not Found)'))).toEqual([]);
  complaints.length = 0;
});

test('the search is opened, used and left by keyboard', async ({ page }) => {
  await page.goto('/docs');
  await hydrated(page);
  await page.keyboard.press('/');
  await page.keyboard.type('verify a signature'); // before the dialog's code is there
  const field = page.getByRole('combobox', { name: 'Search guides and operations' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('verify a signature');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('webhooks');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/docs$/);
});

test('feedback on a guide is acknowledged when it is stored', async ({ page }) => {
  await page.goto('/docs/authentication');
  const feedback = page.getByRole('region', { name: 'Feedback' });
  await feedback.getByRole('button', { name: 'No' }).click();
  await feedback.getByLabel('Something is missing').check();
  await feedback.getByLabel(/What were you looking for/).fill('How long a token lives.');
  await feedback.getByRole('button', { name: 'Send' }).click();
  await expect(feedback).toContainText(/thank/i);
});
