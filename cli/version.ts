import { createRequire } from 'node:module';

/** The version of this package, from its package.json: by its own name, so that it is found from dist too. */
export const VERSION: string = createRequire(import.meta.url)('gradient-laws/package.json').version;
