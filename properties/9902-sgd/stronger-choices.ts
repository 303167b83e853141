import { z } from 'zod';
import type { Draw } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';

/** A run in which something is chosen besides: by an adversary, by a rule for the rates, among subgradients. */
export interface ChosenRun<C> {
  readonly run: OnlineRun;
  readonly choice: C;
}

/** What a choice looks like in a file, how it is drawn for a run, and how it is made simpler. */
export interface Choices<C> {
  readonly schema: z.ZodType<C>;
  draw(draw: Draw, run: OnlineRun): C;
  simpler(choice: C): Iterable<C>;
}

/** Runs with a choice. */
export function withChoice<C>(runs: Instances<OnlineRun>, choices: Choices<C>): Instances<ChosenRun<C>> {
  const schema = z.strictObject({ run: z.unknown(), choice: choices.schema });
  return {
    generate: (draw) => {
      const run = runs.generate(draw);
      return { run, choice: choices.draw(draw, run) };
    },
    *simplify({ run, choice }) {
      for (const simpler of runs.simplify(run)) yield { run: simpler, choice };
      for (const simpler of choices.simpler(choice)) yield { run, choice: simpler };
    },
    accepts: ({ run }) => runs.accepts(run),
    decode: (json) => {
      const { run, choice } = schema.parse(json);
      return { run: runs.decode(run), choice };
    },
  };
}

/** A hypothesis about the run, whatever is chosen besides; its necessity is searched for with choices of their own. */
export function ofTheRun<C>(
  { name, says, holds, necessity }: Hypothesis<OnlineRun>,
  choices: Choices<C>,
): Hypothesis<ChosenRun<C>> {
  const lifted: Necessity<ChosenRun<C>> =
    necessity.kind === 'search' ? { ...necessity, breaking: withChoice(necessity.breaking, choices) } : necessity;
  return { name, says, holds: ({ run }) => holds(run), necessity: lifted };
}
