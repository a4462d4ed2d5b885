import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const inPackages = (path: string) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@uswds-dist': inPackages('@uswds/uswds/dist') } },
  css: {
    preprocessorOptions: { scss: { loadPaths: [inPackages('@uswds/uswds/packages')], quietDeps: true } },
  },
  build: { chunkSizeWarningLimit: 500 },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'jsdom',
    globals: true,
    css: false,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/shared/testing.ts'],
  },
});
