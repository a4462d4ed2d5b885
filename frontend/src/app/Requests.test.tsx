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
  '/api/requests': { today: '2026-11-24', lines: [boardLine] },
  '/api/requests/alike': [],
  '/api/requests/intake': { jurisdiction: 'us-ct', offices: [] },
  '/api/requests/people': [],
  '/api/requests/4': recordsRequest,
  '/api/requests/4/approvals': [],
  '/api/requests/4/clock': Response.json({ detail: 'Not counted here.' }, { status: 404 }),
  '/api/requests/4/obstacles': [],
  '/api/requests/4/preservation': { why: 'The request is not closed.', scopes: [] },
  '/api/requests/4/tasks': [],
  '/api/requests/4/timeline': [],
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
    if (request.method !== 'POST' || !request.url.endsWith('/requests')) return answered(request);
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

test('the board puts what is overdue first, and shows only mine if asked', async () => {
  const late = {
    ...boardLine,
    id: 2,
    label: 'R-2026-0002',
    isMine: false,
    dueOn: '2026-11-12',
    lateness: 'LATE',
  };
  const { user } = open('/requests', { '/api/requests': { today: '2026-11-24', lines: [boardLine, late] } });
  const headings = await screen.findAllByRole('heading', { level: 2 });
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Overdue 1', 'Due soon 1']);
  screen.getByRole('link', { name: 'R-2026-0002' }).focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: 'R-2026-0004' })).toHaveFocus();
  await user.click(screen.getByLabelText('Mine (1)'));
  expect(window.location.search).toBe('?whose=mine');
  expect(screen.queryByRole('link', { name: 'R-2026-0002' })).toBeNull();
});

test('the board says that an approval is given, and that what is released is not closed', async () => {
  const approved = { ...boardLine, id: 8, label: 'R-2026-0008', status: 'APPROVAL', isApproved: true };
  const asked = { ...approved, id: 9, label: 'R-2026-0009', isApproved: false };
  const out = { ...approved, id: 10, label: 'R-2026-0010', status: 'RELEASED_IN_PARTS', isApproved: false };
  open('/requests', { '/api/requests': { today: '2026-11-24', lines: [approved, asked, out] } });
  expect(await screen.findByText('Approved, not released yet')).toBeVisible();
  expect(screen.getByText('Waiting for approval')).toBeVisible();
  expect(screen.getByText('Released, not closed yet')).toBeVisible();
});

test('a new officer is told what to do next, and the buttons are the legal steps', async () => {
  open('/requests/4');
  const next = within(await screen.findByRole('region', { name: 'What to do next' }));
  expect(next.getByText('Read what was asked, and see whether it is clear')).toBeVisible();
  expect(next.getByText('Clarify')).toHaveAttribute('aria-current', 'step');
  expect(next.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Begin to search',
    'Ask the requester…',
    'Wait for the fee…',
    'Close the request…',
    'Entered by mistake…',
  ]);
});

const reviewed = (undecided: number) => ({
  '/api/requests/4': {
    ...recordsRequest,
    status: { ...recordsRequest.status, kind: 'REVIEW' },
    moves: ['APPROVAL', 'SEARCHING'],
  },
  '/api/requests/4/review': { progress: { total: 29, undecided, referred: 0, withCounsel: undecided } },
});

test('who asks for approval too early is told that it will not hold', async () => {
  const { user } = open('/requests/4', reviewed(3));
  const next = within(await screen.findByRole('region', { name: 'What to do next' }));
  expect(await next.findByText(/^3 of 29 items still to decide/)).toBeVisible();
  await user.click(next.getByRole('button', { name: 'Ask for approval…' }));
  expect(await next.findByText('Not everything is decided yet')).toBeVisible();
});

test('once all is decided the release is one press away', async () => {
  open('/requests/4', reviewed(0));
  const next = within(await screen.findByRole('region', { name: 'What to do next' }));
  expect(await next.findByText(/^All is decided/)).toBeVisible();
  expect(next.getByRole('link', { name: 'Open the release' })).toHaveAttribute('href', '/requests/4/release');
});

test('what stands in the way of closing is listed with the way there', async () => {
  const { user } = open('/requests/4', {
    '/api/requests/4/obstacles': [
      { sentence: '3 items are undecided.', tab: 'review', isAboutRecords: true },
      { sentence: 'The task “Ask” is open.', tab: 'overview', isAboutRecords: false },
    ],
  });
  await user.click(await screen.findByRole('button', { name: 'Close the request…' }));
  expect(await screen.findByText(/3 items are undecided/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText('How does it end?'), 'REFERRED');
  expect(screen.getByText(/3 items are undecided/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText('How does it end?'), 'WITHDRAWN');
  expect(screen.queryByText(/3 items are undecided/)).toBeNull();
  expect(screen.getByText(/The task “Ask” is open/)).toBeVisible();
});

const preserving = {
  count: { messages: 2, unsearchable: 0, notIndexed: 0 },
  why: 'The request is not closed.',
  scopes: [
    { entry: 9, placedAt: '2026-11-24T15:00:00Z', scope: 'elm' },
    { entry: 5, placedAt: '2026-11-24T14:00:00Z', scope: 'underpass' },
  ],
};

test('counsel lets the narrower scope of an open request stand; before, all are preserved', async () => {
  const counsel = {
    ...session,
    person: { id: 9, name: 'Cleo Stone', email: 'cleo@city.example', roles: ['COUNSEL'] },
  };
  const { asked, user } = open('/requests/4', {
    '/api/session': counsel,
    '/api/requests/4/preservation': preserving,
  });
  expect(await screen.findByText(/counsel lets the last one stand alone/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Let go of the earlier scope…' }));
  await user.type(screen.getByLabelText(/Why is/), 'Only elms are meant.');
  await user.click(screen.getByRole('button', { name: 'Let go' }));
  expect(asked).toContain('/api/requests/4/preservation/end');
});

test('an officer cannot let go of an earlier scope, nor counsel of the only one', async () => {
  open('/requests/4', { '/api/requests/4/preservation': preserving });
  expect(await screen.findByText(/counsel lets the last one stand alone/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Let go/ })).toBeNull();
});

test('an approver approves on the request’s page and sees no mail, task or timeline', async () => {
  const approver = {
    ...session,
    person: { id: 9, name: 'Ada Pryor', email: 'ada@city.example', roles: ['APPROVER'] },
  };
  const waiting = {
    id: 1,
    whom: 'any approver',
    why: 'Part 1, 12 messages',
    askedBy: 'Ana Rivera',
    askedAt: '2026-11-24T14:00:00Z',
    isMine: true,
  };
  const { asked, user } = open('/requests/4', {
    '/api/session': approver,
    '/api/requests/4': {
      ...recordsRequest,
      status: { ...recordsRequest.status, kind: 'APPROVAL' },
      runsIt: false,
      moves: [],
    },
    '/api/requests/4/approvals': [waiting],
  });
  expect(await screen.findByText('Approve or refuse')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Approve' }));
  expect(asked).toContain('/api/requests/4/approvals/1/decision');
  expect(asked).not.toContain('/api/requests/4/timeline');
  expect(screen.queryByRole('region', { name: 'What happened' })).toBeNull();
});
