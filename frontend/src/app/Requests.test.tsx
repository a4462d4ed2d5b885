import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newQueryClient } from '../shared/api';
import { boardLine, health, recordsRequest, session } from '../shared/samples';
import { serve } from '../shared/testing';
import { App } from './App';

const archive = {
  '/api/session': session,
  '/api/health': health,
  '/api/requests': { lines: [boardLine] },
  '/api/requests/4': recordsRequest,
};

function open(path: string, answers: Record<string, unknown> = {}) {
  const asked = serve({ ...archive, ...answers });
  window.history.replaceState(null, '', path);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), asked };
}

test('the board names each request and leads to its page', async () => {
  const { user } = open('/requests');
  await user.click(await screen.findByRole('link', { name: 'R-2026-0004' }));
  expect(await screen.findByRole('heading', { level: 1, name: /R-2026-0004/ })).toBeVisible();
  expect(screen.getByText('All e-mail about the underpass.')).toBeVisible();
  expect(window.location.pathname).toBe('/requests/4');
});

test('on a request mail is read for it, whatever purpose was stated', async () => {
  open('/requests/4');
  expect(await screen.findByText(/Mail opened here is read for R-2026-0004/)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'What you are reading for' })).toBeNull();
});

test('the tabs of a request stand in the address', async () => {
  const { user } = open('/requests/4');
  const tabs = within(await screen.findByRole('navigation', { name: 'Parts of R-2026-0004' }));
  expect(tabs.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
  await user.click(tabs.getByRole('link', { name: 'Clock' }));
  expect(window.location.pathname).toBe('/requests/4/clock');
  expect(tabs.getByRole('link', { name: 'Clock' })).toHaveAttribute('aria-current', 'page');
});

test('an approver has no tab that shows mail', async () => {
  const approver = {
    ...session,
    person: { id: 9, name: 'Ada Pryor', email: 'ada@city.example', roles: ['APPROVER'] },
  };
  open('/requests/4', { '/api/session': approver });
  const tabs = within(await screen.findByRole('navigation', { name: 'Parts of R-2026-0004' }));
  expect(tabs.queryByRole('link', { name: 'Review' })).toBeNull();
  expect(tabs.getByRole('link', { name: 'Release' })).toBeVisible();
});

test('a request that is not there says so in the words of the server', async () => {
  const problem = { title: 'There is no such request', detail: 'Nobody assigned it to you.' };
  open('/requests/99', { '/api/requests/99': Response.json(problem, { status: 404 }) });
  expect(await screen.findByRole('heading', { name: 'There is no such request' })).toBeVisible();
  expect(screen.getByText(/Nobody assigned it to you/)).toBeVisible();
});

test('a request is entered as it came', async () => {
  const sent: unknown[] = [];
  const { user } = open('/requests/new');
  await user.type(await screen.findByLabelText(/own words/), 'All e-mail about the underpass.');
  await user.click(screen.getByLabelText('The requester gave no name'));
  expect(screen.queryByLabelText('Name')).toBeNull();
  await user.type(screen.getByLabelText('About what'), 'underpass');
  const answered = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'POST') return answered(request);
    sent.push(await request.json());
    return Response.json(recordsRequest, { status: 201 });
  });
  await user.click(screen.getByRole('button', { name: 'Save the request' }));
  expect(await screen.findByRole('heading', { level: 1, name: /R-2026-0004/ })).toBeVisible();
  expect(sent).toEqual([
    expect.objectContaining({
      receivedBy: 'MAIL',
      words: 'All e-mail about the underpass.',
      subject: { isClear: true, who: [], words: 'underpass' },
    }),
  ]);
});
