import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { go } from '../shared/address';
import { newQueryClient } from '../shared/api';
import { answerWith, found, health, healthDetails, message, session } from '../shared/samples';
import { serve } from '../shared/testing';
import { App } from './App';

function open(address: string) {
  window.history.replaceState(null, '', address);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const other = { ...found, message: { accession: 13, captures: [13] }, subject: 'Another budget' };
const archive = {
  '/api/session': session,
  '/api/search': answerWith(found, other),
  '/api/messages/12': message,
  '/api/messages/12/conversation': [],
  '/api/messages/13/conversation': [],
  '/api/messages/13': { ...message, accession: 13, subject: 'Another budget' },
  '/api/health': health,
};

test('the page says who is here and what mail is read for', async () => {
  serve(archive);
  open('/search');
  expect(await screen.findByText('Ana Rivera')).toBeVisible();
  expect(screen.getByText('Records request 2026-014')).toBeVisible();
});

test('an address of a search from before leads to the same search, and home to home', async () => {
  serve(archive);
  open('/?q=budget&sort=oldest');
  expect(await screen.findByRole('link', { name: 'Sewer bond budget' })).toBeVisible();
  expect(window.location.pathname + window.location.search).toBe('/search?q=budget&sort=oldest');
  act(() => {
    go('/home');
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'Welcome, Ana Rivera' })).toBeVisible();
  expect(window.location.pathname).toBe('/');
});

test('a search goes into the address and its results are announced with exact counts', async () => {
  const asked = serve(archive);
  const user = open('/search');
  await user.type(await screen.findByRole('searchbox'), 'budget{Enter}');
  expect(window.location.search).toBe('?q=budget');
  expect(await screen.findByRole('link', { name: 'Sewer bond budget' })).toBeVisible();
  expect(asked).toContain('/api/search?q=budget&limit=20');
  const announced = screen.getAllByRole('status').map((region) => region.textContent);
  expect(announced.join()).toContain(
    '2 messages (3 captures); 1 could not be fully read; indexed through 20',
  );
});

test('what matched is marked in the snippet', async () => {
  serve(archive);
  open('/search?q=budget');
  const [mark] = await screen.findAllByText('budget', { selector: 'mark' });
  expect(mark?.parentElement).toHaveTextContent('the budget for 2027');
});

test('an empty archive says how to begin', async () => {
  serve({ ...archive, '/api/search': { ...answerWith(), total: 0, captures: 0 } });
  open('/search');
  expect(await screen.findByText('./muniment import path/to/mail')).toBeVisible();
  expect(screen.getByText(/port 2525/)).toBeVisible();
});

test('a malformed search shows where the trouble is and what to do', async () => {
  const problem = {
    status: 400,
    title: 'The search cannot be understood',
    detail: 'A parenthesis is not closed.',
    position: 7,
    hint: 'Add a closing parenthesis.',
  };
  serve({ ...archive, '/api/search': Response.json(problem, { status: 400 }) });
  open('/search?q=budget%20(levy');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('A parenthesis is not closed.');
  expect(alert).toHaveTextContent('The trouble starts at character 8');
  expect(alert).toHaveTextContent('Add a closing parenthesis.');
  expect(screen.getByRole('searchbox')).toBeInvalid();
});

test('arrow keys move between results', async () => {
  serve(archive);
  const user = open('/search?q=budget');
  const first = await screen.findByRole('link', { name: 'Sewer bond budget' });
  first.focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: 'Another budget' })).toHaveFocus();
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(first).toHaveFocus();
});

test('a message opened from results takes the focus, and going back returns to the same result', async () => {
  serve(archive);
  const user = open('/search?q=budget');
  await user.click(await screen.findByRole('link', { name: 'Sewer bond budget' }));
  expect(window.location.pathname).toBe('/messages/12');
  const heading = await screen.findByRole('heading', { level: 1, name: 'Sewer bond budget' });
  await waitFor(() => {
    expect(heading).toHaveFocus();
  });
  await user.click(screen.getByRole('link', { name: 'Back to results' }));
  expect(await screen.findByRole('link', { name: 'Sewer bond budget' })).toHaveFocus();
});

test('the next and previous messages of the results are one key away', async () => {
  serve(archive);
  const user = open('/messages/12?q=budget');
  expect(await screen.findByText('1 of 2')).toBeVisible();
  await user.keyboard('{Alt>}n{/Alt}');
  expect(window.location.pathname).toBe('/messages/13');
  expect(await screen.findByText('2 of 2')).toBeVisible();
  await user.keyboard('{Alt>}p{/Alt}');
  expect(window.location.pathname).toBe('/messages/12');
});

test('people are named with where the archive knows them from', async () => {
  serve(archive);
  open('/messages/12');
  expect(await screen.findByText('from the header and the envelope')).toBeVisible();
  const receivedBy = screen.getByText('Also received by').closest('div');
  expect(receivedBy).not.toBeNull();
  expect(within(receivedBy ?? document.body).getByText('from the journal report')).toBeVisible();
});

test('tabs follow the arrow keys and stand in the address', async () => {
  serve({ ...archive, '/api/messages/12/source': new Response('Subject: as received') });
  const user = open('/messages/12?q=budget');
  const text = await screen.findByRole('tab', { name: 'Text' });
  text.focus();
  await user.keyboard('{ArrowRight}');
  const frame = screen.getByTitle('The message as its HTML shows it');
  expect(frame).toHaveAttribute('sandbox', '');
  expect(frame).toHaveAttribute('src', '/api/messages/12/html');
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('rowheader', { name: 'X-Spam' })).toBeVisible();
  await user.keyboard('{End}');
  expect(screen.getByRole('tab', { name: 'Raw' })).toHaveFocus();
  expect(window.location.search).toContain('view=raw');
  expect(await screen.findByText('Subject: as received')).toBeVisible();
});

test('a message that is not there says so in the words of the server', async () => {
  const problem = { title: 'No such message', detail: 'The archive has no number 99.' };
  serve({ ...archive, '/api/messages/99': Response.json(problem, { status: 404 }) });
  open('/messages/99');
  expect(await screen.findByRole('alert')).toHaveTextContent('The archive has no number 99.');
});

test('alarms stand on the health page', async () => {
  const alarm = {
    id: 3,
    kind: 'DISK_LOW',
    sentence: 'Two segments of room are left.',
    advice: 'Free space or enlarge the disk.',
    times: 1,
    raisedAt: '2026-03-14T15:09:30Z',
  };
  serve({ ...archive, '/api/health/details': { ...healthDetails, ok: false, alarms: [alarm] } });
  open('/health');
  expect(await screen.findByText('Two segments of room are left.')).toBeVisible();
  expect(screen.getByText('Free space or enlarge the disk.')).toBeVisible();
  expect(screen.getByRole('heading', { name: '1 alarm to look at' })).toBeVisible();
});

test('a server that is gone is said to be gone', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
  open('/health');
  expect(await screen.findByRole('alert')).toHaveTextContent('tell whoever looks after the server');
});

test('past the last result shown the next message is still one step away', async () => {
  const shown = { ...answerWith(found), total: 2 };
  serve({
    ...archive,
    '/api/search?q=budget&limit=20': shown,
    '/api/search?q=budget&limit=40': answerWith(found, other),
  });
  open('/messages/12?q=budget');
  expect(await screen.findByRole('link', { name: 'Next' })).toHaveAttribute(
    'href',
    '/messages/13?q=budget&limit=40',
  );
});

test('the search box keeps the focus when it has searched', async () => {
  serve(archive);
  const user = open('/search');
  await user.type(await screen.findByRole('searchbox'), 'budget{Enter}');
  await screen.findByRole('link', { name: 'Sewer bond budget' });
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

test('filters stand in the address and in the query language, and are taken away one by one', async () => {
  const asked = serve(archive);
  const user = open('/search?q=budget&from=rivera&since=2026-01-01');
  await screen.findByRole('link', { name: 'Sewer bond budget' });
  expect(
    new URLSearchParams(asked.find((address) => address.startsWith('/api/search'))?.split('?')[1]).get('q'),
  ).toBe('(budget) from:rivera sent:2026-01-01..');
  await user.click(screen.getByRole('button', { name: /From rivera/ }));
  expect(window.location.search).toBe('?q=budget&since=2026-01-01');
});

test('the chart of dates is also a table, and each of its rows narrows the search', async () => {
  const overview = {
    unit: 'MONTH',
    bars: [
      { first: '2026-02-01', last: '2026-02-28', messages: 1 },
      { first: '2026-03-01', last: '2026-03-31', messages: 1 },
    ],
    sources: [],
    withAttachment: 1,
  };
  serve({ ...archive, '/api/search': { ...answerWith(found, other), quarantined: 3, overview } });
  const user = open('/search?q=budget');
  expect(await screen.findByRole('button', { name: 'Mar 2026: 1 message' })).toBeVisible();
  expect(screen.getByText(/are kept back by counsel/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show as table' }));
  await user.click(screen.getByRole('link', { name: 'Feb 2026' }));
  expect(window.location.search).toContain('since=2026-02-01&until=2026-02-28');
});

test('j, k and / move the focus, and never while somebody types', async () => {
  serve(archive);
  const user = open('/search?q=budget');
  const first = await screen.findByRole('link', { name: 'Sewer bond budget' });
  await user.keyboard('j');
  expect(first).toHaveFocus();
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: 'Another budget' })).toHaveFocus();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await user.keyboard('jk');
  expect(screen.getByRole('searchbox')).toHaveValue('budgetjk');
});
