import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newQueryClient } from '../shared/api';
import { health, recordsRequest, session } from '../shared/samples';
import { serve } from '../shared/testing';
import { App } from './App';

const exemption = {
  id: 'us-ct/exemption/1-210-b-2',
  code: '1-210(b)(2)',
  label: 'Personnel files',
  covers: 'Personnel or medical files.',
  citation: 'C.G.S. § 1-210(b)(2)',
  standing: 'READ_IN_A_SOURCE',
  items: 3,
};
const ready = { obstacles: [], counts: { RELEASE: 2, REDACT: 3 }, undecided: 0, exemptions: [exemption] };
const overview = { label: 'R-2026-0004', mayPrepare: true, whole: ready, decidedSoFar: ready, releases: [] };
const prepared = {
  id: 7,
  part: 1,
  extent: 'WHOLE',
  names: 'NAMED',
  state: 'PREPARED',
  since: '2026-11-23T15:00:00Z',
  why: '',
  firstBates: 'R-2026-0004-000001',
  pages: 5,
  redactions: 3,
  preparedBy: 'Ana Rivera',
  preparedAt: '2026-11-23T15:00:00Z',
  manifestSha256: 'ab'.repeat(32),
  mayFinalise: true,
  obstacles: [],
  exemptions: [exemption],
  warnings: [{ item: 2, sentence: 'Item 2 still shows words that are withheld elsewhere.' }],
  links: [],
};

function open(path: string, answers: Record<string, unknown>) {
  const asked = serve({
    '/api/session': session,
    '/api/health': health,
    '/api/requests/4': recordsRequest,
    ...answers,
  });
  window.history.replaceState(null, '', path);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), asked };
}

test('what stands in the way is said with the place where it is done, and nothing can be prepared', async () => {
  const obstacle = { sentence: '1 item is undecided (4).', tab: 'review' };
  open('/requests/4/release', {
    '/api/requests/4/releases': { ...overview, whole: { ...ready, obstacles: [obstacle], undecided: 1 } },
  });
  expect(await screen.findByText(/1 item is undecided/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to the review' })).toHaveAttribute(
    'href',
    '/requests/4/review',
  );
  expect(screen.getByRole('button', { name: 'Prepare the release' })).toBeDisabled();
});

test('a second person finalises only after looking and confirming each exemption', async () => {
  const { user } = open('/requests/4/release', {
    '/api/requests/4/releases': { ...overview, releases: [prepared] },
    '/api/requests/4/releases/7/items': { items: [] },
  });
  const button = await screen.findByRole('button', { name: 'Finalise part 1' });
  expect(button).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: /I have looked/ }));
  expect(button).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: /1-210\(b\)\(2\)/ }));
  expect(button).toBeEnabled();
  expect(screen.getByText(/still shows words/)).toBeVisible();
  expect(await screen.findByRole('img', { name: /Draft of Cover/ })).toHaveAttribute(
    'src',
    '/api/requests/4/releases/7/files/cover.pdf/1/picture',
  );
});

test('who prepared a release has no button to finalise it', async () => {
  open('/requests/4/release', {
    '/api/requests/4/releases': { ...overview, releases: [{ ...prepared, mayFinalise: false }] },
    '/api/requests/4/releases/7/items': { items: [] },
  });
  expect(await screen.findByRole('heading', { name: 'Somebody else finalises it' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Finalise part 1' })).toBeNull();
});

test('a link opens a page without sign-in whose form, by POST, downloads', async () => {
  open('/handover#secret-of-the-link', {
    '/api/session': { ...session, state: 'SIGNED_OUT', person: undefined },
    '/api/handovers/secret-of-the-link': {
      city: 'City of Oakbridge',
      request: 'R-2026-0004',
      part: 1,
      fileName: 'R-2026-0004-part-1.zip',
      packing: 'ENCRYPTED',
      sizeBytes: 123456,
      sha256: 'cd'.repeat(32),
      releasedOn: '2026-11-23T15:00:00Z',
      expiresAt: '2026-12-23T15:00:00Z',
    },
  });
  const button = await screen.findByRole('button', { name: 'Download R-2026-0004-part-1.zip' });
  const form = button.closest('form');
  expect(form).toHaveAttribute('method', 'post');
  expect(form).toHaveAttribute('action', '/api/handovers/secret-of-the-link/download');
  expect(within(screen.getByRole('main')).queryByRole('link')).toBeNull();
  expect(screen.getByText(/City of Oakbridge releases these records/)).toBeVisible();
  expect(screen.getByText(/passphrase/)).toBeVisible();
});
