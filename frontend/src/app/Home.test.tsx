import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { HomePage } from '../features/home/HomePage';
import { newQueryClient } from '../shared/api';
import { health, session } from '../shared/samples';
import { type Role } from '../shared/session';
import { serve } from '../shared/testing';

function homeOf(...roles: Role[]) {
  serve({ '/api/health': health });
  const person = { id: 1, name: 'Ana Rivera', email: 'ana@city.example', roles };
  render(
    <QueryClientProvider client={newQueryClient()}>
      <HomePage session={{ ...session, person }} />
    </QueryClientProvider>,
  );
}

test('home leads a records officer to the search and says whether the archive is well', async () => {
  homeOf('RECORDS_OFFICER');
  expect(screen.getByRole('heading', { level: 1, name: 'Welcome, Ana Rivera' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Search the archive' })).toBeVisible();
  expect(await screen.findByText('The archive is well')).toBeVisible();
});

test('home leads nobody to mail who may not read it', () => {
  homeOf('ADMINISTRATOR');
  expect(screen.queryByRole('link', { name: 'Search the archive' })).toBeNull();
  expect(screen.getByRole('link', { name: 'See how the archive is doing' })).toBeVisible();
});
