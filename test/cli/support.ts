import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Environment } from '../../cli/environment.ts';
import { runCommand } from '../../cli/program.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Law, law } from '../../src/law/law.ts';
import { simplerData } from '../../src/law/simplify.ts';
import { exactNumber } from '../../src/law/witness.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { atMost, below } from '../../src/scalar/relation.ts';

/** One number, from −8 to 8. */
export interface OneNumber {
  readonly x: Exact;
}

const schema = z.strictObject({ x: exactNumber });

export const numbers: Instances<OneNumber> = {
  generate: (draw) => ({ x: draw.real('dyadic', 8) }),
  simplify: (instance) => simplerData(instance),
  accepts: () => true,
  decode: (json) => schema.parse(json),
};

const plain: Omit<Law<OneNumber, null>, 'id' | 'states' | 'says' | 'claim'> = {
  version: 1,
  cites: [{ article: '9902', equations: [1] }],
  section: 'Squares · <A> & B',
  expects: 'holds',
  instances: numbers,
  hypotheses: [],
  reference: null,
  cover: {},
  teeth: {},
};

/** A law of the tests, with parts of its own. */
export const testLaw = (parts: Pick<Law<OneNumber, null>, 'id' | 'claim'> & Partial<Law<OneNumber, null>>): AnyLaw =>
  law<OneNumber, null>({ ...plain, states: 'x', says: `What ${parts.id} says.`, ...parts }) as unknown as AnyLaw;

export const trueLaw = testLaw({
  id: 'test.square-positive',
  claim: (F, { x }) => atMost(F.zero, F.square(F.of(x))),
  teeth: { negated: { says: 'The square is negated.', claim: (F, { x }) => below(F.zero, F.neg(F.square(F.of(x)))) } },
});

/** False from 2 < x on. The first step of its derivation is true, the second breaks where the law does. */
export const falseLaw = testLaw({
  id: 'test.square-small',
  claim: (F, { x }) => atMost(F.of(x), F.of(2), 'x itself'),
  derivation: ['test.square-positive', 'test.step'],
});

export const stepLaw = testLaw({ id: 'test.step', claim: (F, { x }) => atMost(F.mul(F.of(3), F.of(x)), F.of(6)) });

/** Finitely many instances, all of which satisfy it. */
export const finiteLaw = testLaw({
  id: 'test.finite',
  instances: { ...numbers, all: [{ x: 1 }, { x: 2 }] },
  claim: (F, { x }) => below(F.zero, F.of(x)),
});

/** False as the article would state it, and expected to be. */
export const refutedLaw = testLaw({
  id: 'test.refuted',
  expects: 'refuted',
  claim: (F, { x }) => atMost(F.of(x), F.zero),
});

export const vacuousLaw = testLaw({
  id: 'test.vacuous',
  claim: (F, { x }) => atMost(F.of(x), F.of(100)),
  cover: { 'x above 8': { atLeast: 0.1, when: ({ x }) => Number(x) > 8 } },
});

/** What a command printed and returned. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, on laws of the test's own. */
export async function command(
  laws: readonly AnyLaw[],
  args: readonly string[],
  overrides: Partial<Environment> = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    laws,
    witnesses: () => new Map(),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    colors: false,
    terminal: undefined,
    worker: undefined,
    cores: 1,
    ...overrides,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gradient-laws-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a folder of its own and returns its path. */
export function fileWith(text: string, name = 'witness.json'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** Laws that are as expected. */
export const fine: readonly AnyLaw[] = [trueLaw, finiteLaw, refutedLaw];
/** Those, and laws that are not. */
export const all: readonly AnyLaw[] = [...fine, falseLaw, stepLaw, vacuousLaw];

/** Runs `verify` on a few cases of laws, with a folder of its own for counterexamples. */
export const verify = (laws: Parameters<typeof command>[0], ...args: string[]) =>
  command(laws, ['verify', '--runs', '40', '--witnesses', join(temporaryFolder(), 'kept'), ...args]);
