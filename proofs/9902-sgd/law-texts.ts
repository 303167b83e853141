import { sgdLaws } from '../../properties/9902-sgd/index.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { lawPart, type Shape } from '../theorem/law-reading.ts';
import { atMost, below, same } from '../theorem/statements.ts';
import { type Hints, sought } from '../theorem/stored.ts';
import type { Part } from '../theorem/theorem.ts';
import { type AnyList, adding, anySteps, type Roots } from './any-steps.ts';

/** The law of this id. */
export function lawOf(id: string): AnyLaw {
  const found = sgdLaws.find((law) => law.id === id);
  if (found === undefined) throw new RangeError(`There is no law "${id}" of article 9902.`);
  return found;
}

/** The claim of a law itself, with the texts of src/ in it, read over symbols on short instances. */
export const lawTexts = (
  id: string,
  shapes: readonly Shape[],
  use?: unknown,
  claim?: AnyLaw['claim'],
): readonly Part[] => {
  const law = lawOf(id);
  return shapes.map((shape) =>
    lawPart(law, { ...shape, name: `the law itself, ${shape.name}` }, use ?? law.reference, claim ?? law.claim),
  );
};

/** An instance of any number of steps, with the roots that its law takes and the list that it adds up. */
export interface AnySteps extends Pick<Part, 'instances' | 'needed'> {
  readonly instance: unknown;
  readonly T: RationalFunction;
  readonly roots?: Roots;
  readonly list?: AnyList;
  readonly assumes: readonly Fact[];
  /** Steps before the claim. */
  readonly lemmas?: readonly Step[];
  hints?(goal: Fact): Hints;
}

/** The claim of a law itself, of any number of steps. */
export const lawOfAnySteps = ({ id, claim, reference }: AnyLaw, shape: AnySteps): Part => ({
  ...shape,
  name: `the law ${id} itself, any T`,
  claimVaries: true,
  argue: ({ coordinates }) => {
    const { instance, T, roots, list, assumes, lemmas = [], hints } = shape;
    const F = anySteps(coordinates, T, roots);
    const relation = claim(list === undefined ? F : adding(F, list), instance, reference);
    const goals = [...comparisons(relation)].map(({ relation: how, left, right, name = id }, i) => {
      const make = { '=': same, '<': below, '<=': atMost }[how];
      return make(`${i + 1}. ${name}`, left, right);
    });
    return {
      assumes,
      steps: [...lemmas, ...goals.map((goal) => (hints === undefined ? { goal } : sought(goal, hints(goal))))],
      concludes: goals.map(({ name }) => name),
    };
  },
});
