import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const page = (name: string) => fileURLToPath(new URL(`tab/${name}.html`, import.meta.url));

/** Builds the tab. The bot serves `tab/dist` at `/tab/`. */
export default defineConfig({
  root: fileURLToPath(new URL('tab', import.meta.url)),
  base: '/tab/',
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('tab/dist', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        index: page('index'),
        callbacks: page('callbacks'),
        imports: page('imports'),
        config: page('config'),
      },
      onLog(level, log, print) {
        // Fluent says 'use client' in each of its modules, which means nothing outside server components.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
    },
  },
});
