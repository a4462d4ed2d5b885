import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newQueryClient } from '../shared/api';
import type { components } from '../shared/api-schema';
import { health, recordsRequest, session } from '../shared/samples';
import { App } from './App';

type Schemas = components['schemas'];

const line = (number: number, subject: string): Schemas['ReviewLine'] => ({
  number,
  isFile: false,
  sentAt: '2026-03-01T14:00:00Z',
  sender: 'Ana Rivera <ana@city.example>',
  subject,
  attachments: 0,
  decision: 'UNDECIDED',
  marks: 0,
  drafts: 0,
  keptBack: false,
  isReadable: true,
  version: 0,
});

const item = (number: number, subject: string): Schemas['ReviewItemView'] => ({
  line: line(number, subject),
  accession: number,
  verdict: { kind: 'UNDECIDED', grounds: [], text: '' },
  passages: [
    { part: 'subject', kind: 'SUBJECT', label: 'Subject', text: subject },
    { part: '1', kind: 'BODY', label: '', text: 'Call 👍 Ann Smith at 860-555-0142, says ann smith.' },
  ],
  marks: [],
  suggestions: [
    {
      key: 'phone 1 20-32',
      part: '1',
      from: 20,
      to: 32,
      what: 'Telephone number',
      reason: 'It is written like a telephone number.',
      sureness: 'HIGH',
      exemptions: [{ exemption: 'us-ct/exemption/1-210-b-2', code: '1-210(b)(2)', reason: 'Privacy.' }],
      isDismissed: false,
      isMarked: false,
    },
  ],
  releasedBefore: [],
  history: [],
  notes: [],
});

const overview: Schemas['ReviewOverview'] = {
  request: 'R-2026-0004',
  isOpen: true,
  progress: {
    total: 2,
    undecided: 2,
    notResponsive: 0,
    release: 0,
    redact: 0,
    withhold: 0,
    referred: 0,
    drafts: 0,
    withCounsel: 0,
    keptBack: 0,
  },
  menu: [
    {
      id: 'us-ct/exemption/1-210-b-2',
      code: '1-210(b)(2)',
      label: 'Personnel/medical/similar',
      covers: 'Personnel, medical or similar file',
      citation: 'Conn. Gen. Stat. § 1-210(b)(2)',
      mode: 'DISCRETIONARY',
      test: 'BALANCING',
      standing: 'READ_IN_A_SOURCE',
    },
  ],
  reviewers: [],
  isCounsel: false,
  assigns: true,
};

const root = '/api/requests/4/review';

/** A server that keeps what it was sent. */
function open(path: string, answers: Record<string, unknown> = {}) {
  const sent: { address: string; body: unknown }[] = [];
  const all: Record<string, unknown> = {
    '/api/session': session,
    '/api/health': health,
    '/api/requests/4': recordsRequest,
    [root]: overview,
    [`${root}/items`]: { lines: [line(1, 'Underpass'), line(2, 'Pumps')], total: 2 },
    [`${root}/items/1`]: item(1, 'Underpass'),
    [`${root}/items/2`]: item(2, 'Pumps'),
    [`${root}/items/1/relatives`]: { thread: [], identical: [2] },
    [`${root}/items/2/relatives`]: { thread: [], identical: [] },
    [`${root}/items/1/decision`]: { batch: 9, changed: [1], left: 0 },
    [`${root}/items/1/marks`]: item(1, 'Underpass'),
    [`${root}/items/1/undo`]: item(1, 'Underpass'),
    ...answers,
  };
  vi.stubGlobal('fetch', async (request: Request) => {
    const address = request.url.replace(window.location.origin, '').replace(/\?.*/, '');
    if (request.method !== 'GET') sent.push({ address, body: await request.json() });
    const body = all[address];
    if (body instanceof Response) return body.clone();
    return body === undefined ? Response.json({ detail: 'not here' }, { status: 404 }) : Response.json(body);
  });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  window.history.replaceState(null, '', path);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), sent };
}

const heading = (name: string) => screen.findByRole('heading', { level: 2, name });

test('the keys go through the items, and the address says where one is', async () => {
  const { user } = open('/requests/4/review');
  await user.click(await screen.findByRole('button', { name: 'Begin with the first' }));
  expect(await heading('Underpass')).toHaveFocus();
  await user.keyboard('j');
  expect(await heading('Pumps')).toBeVisible();
  expect(window.location.pathname).toBe('/requests/4/review/2');
  await user.keyboard('k');
  expect(await heading('Underpass')).toBeVisible();
});

test('a key decides on the version that was shown, says so, and goes on', async () => {
  const { user, sent } = open('/requests/4/review/1');
  await heading('Underpass');
  await screen.findByText(/that say the same/);
  await user.keyboard('2');
  expect(await heading('Pumps')).toBeVisible();
  expect(sent).toEqual([
    {
      address: `${root}/items/1/decision`,
      body: { version: 0, verdict: { kind: 'RELEASE', grounds: [], text: '' }, spread: 'THIS' },
    },
  ]);
  expect(screen.getByText('Item 1: release.')).toHaveAttribute('role', 'status');
});

test('withholding asks for exemption and factual basis, and shows how far a row may be relied on', async () => {
  const { user, sent } = open('/requests/4/review/1');
  await heading('Underpass');
  await user.keyboard('4');
  const form = within(screen.getByRole('form', { name: 'Withhold the whole item' }));
  await user.selectOptions(form.getByLabelText('Exemption'), 'us-ct/exemption/1-210-b-2');
  expect(form.getByText(/read in a source, not verified/)).toBeVisible();
  await user.type(form.getByLabelText(/What it is here/), 'A medical file.');
  await user.click(form.getByRole('button', { name: 'Withhold it' }));
  await waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  expect(sent[0]?.body).toMatchObject({
    verdict: {
      kind: 'WITHHOLD',
      grounds: [{ exemption: 'us-ct/exemption/1-210-b-2', detail: '' }],
      text: 'A medical file.',
    },
  });
});

test('words are marked by keyboard alone, wherever they stand, in code points', async () => {
  const { user, sent } = open('/requests/4/review/1');
  await heading('Underpass');
  await user.keyboard('m');
  const dialog = within(await screen.findByRole('dialog', { name: 'Mark text to withhold' }));
  await user.type(dialog.getByLabelText(/Words to mark/), 'ann smith');
  expect(dialog.getByText('2 places to mark:')).toBeVisible();
  await user.selectOptions(dialog.getByLabelText('Exemption'), 'us-ct/exemption/1-210-b-2');
  await user.click(dialog.getByRole('button', { name: 'Mark it' }));
  await waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  const ground = { exemption: 'us-ct/exemption/1-210-b-2', detail: '' };
  const form = (from: number, to: number) => ({
    place: { part: '1', from, to },
    ground,
    basis: '',
    origin: 'SELECTED',
  });
  expect(sent[0]?.body).toEqual({ version: 0, marks: [form(7, 16), form(39, 48)] });
});

test('a suggestion is marked or dismissed only by a person', async () => {
  const { user, sent } = open('/requests/4/review/1');
  const suggestions = within(await screen.findByRole('region', { name: 'Perhaps personal (1)' }));
  expect(suggestions.getByText(/Candidate 1-210\(b\)\(2\): Privacy/)).toBeVisible();
  expect(sent).toEqual([]);
  await user.click(suggestions.getByRole('button', { name: /Mark as 1-210\(b\)\(2\)/ }));
  await waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  expect(sent[0]?.body).toMatchObject({ marks: [{ origin: 'SUGGESTED', place: { from: 20, to: 32 } }] });
});

test('whoever was slower is told who was quicker, and nothing is lost', async () => {
  const conflict = {
    title: 'Somebody was quicker',
    detail: 'Item 1 was changed meanwhile by Rey Vance: decided: redact.',
  };
  const { user } = open('/requests/4/review/1', {
    [`${root}/items/1/decision`]: Response.json(conflict, { status: 409 }),
  });
  await heading('Underpass');
  await user.keyboard('1');
  expect(await screen.findByRole('alert')).toHaveTextContent('by Rey Vance: decided: redact');
  expect(await heading('Underpass')).toBeVisible();
});

test('an empty review says how to begin', async () => {
  open('/requests/4/review', { [root]: { ...overview, progress: { ...overview.progress, total: 0 } } });
  expect(await screen.findByText(/Nothing to review yet/)).toBeVisible();
});

test('what counsel keeps back is a number', async () => {
  const hidden = { ...line(2, ''), sender: '', isReadable: false, keptBack: true };
  open('/requests/4/review/1', { [`${root}/items`]: { lines: [line(1, 'Underpass'), hidden], total: 2 } });
  expect(await screen.findByText('Kept back by counsel', { selector: 'span' })).toBeVisible();
});

test('counsel’s queue is in the order in which answers are due, and says what is late', async () => {
  const counsel = {
    ...session,
    person: { id: 9, name: 'Cleo Stone', email: 'cleo@city.example', roles: ['COUNSEL'] },
  };
  open('/counsel', {
    '/api/session': counsel,
    '/api/counsel/queue': {
      total: 1,
      lines: [
        {
          requestId: 4,
          request: 'R-2026-0004',
          requestSubject: 'underpass',
          question: 'Is this advice?',
          referredBy: 'Ana Rivera',
          line: { ...line(3, ''), decision: 'REFERRED', dueOn: '2001-12-01' },
        },
      ],
    },
  });
  expect(await screen.findByRole('link', { name: 'R-2026-0004, item 3' })).toBeVisible();
  expect(screen.getByText(/Was due/)).toBeVisible();
  expect(screen.getByText('Ana Rivera asks: Is this advice?')).toBeVisible();
});
