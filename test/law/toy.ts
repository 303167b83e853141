import type { Draw } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Law, law } from '../../src/law/law.ts';
import { simplerData, withoutEntry } from '../../src/law/simplify.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { atMost } from '../../src/scalar/relation.ts';

/** A list of exact numbers: the smallest instance type that can grow and shrink. */
export interface Numbers {
  readonly numbers: readonly Exact[];
}

export const numbersFrom = (generate: (draw: Draw) => readonly Exact[]): Instances<Numbers> => ({
  generate: (draw) => ({ numbers: generate(draw) }),
  *simplify({ numbers }) {
    for (let i = 0; i < numbers.length && numbers.length > 1; i++) yield { numbers: withoutEntry(numbers, i) };
    for (const simpler of simplerData({ numbers })) yield simpler;
  },
  accepts: () => true,
  decode: (json) => json as Numbers,
});

/** Up to five numbers of all styles. */
export const anyNumbers = numbersFrom((draw) => {
  const style = draw.pick(['integer', 'dyadic', 'fraction', 'log-scale', 'full-mantissa'] as const);
  return draw.list(draw.integer(1, 5), () => draw.real(style));
});

/** A law about lists of numbers: by default the true one that the square of the sum is not negative. */
export const toyLaw = (parts: Partial<Law<Numbers, null>> = {}): AnyLaw =>
  law<Numbers, null>({
    id: 'toy.law',
    version: 1,
    cites: [{ article: '9902', equations: [1] }],
    section: 'Toys',
    states: String.raw`(\sum x)^2\ge0`,
    says: 'A square is not negative.',
    expects: 'holds',
    instances: anyNumbers,
    hypotheses: [],
    reference: null,
    claim: (F, { numbers }) => atMost(F.zero, F.square(F.sum(F.vector(numbers)))),
    cover: {},
    teeth: {
      sign: {
        says: 'The sign is wrong.',
        claim: (F, { numbers }) => atMost(F.square(F.sum(F.vector(numbers))), F.zero),
      },
    },
    ...parts,
  });
