import { describe, expect, test } from 'vitest';
import {
  type AnyLaw,
  checkLaw,
  laws,
  withLosses,
  withPolicyGradient,
  withProjection,
  withSoftmax,
  withZerothOrder,
} from '../../properties/index.ts';
import { projectModel } from '../../properties/model.ts';
import { lossValue, subgradient } from '../../src/descent/loss.ts';
import { type Law, law } from '../../src/law/law.ts';
import type { LawReport } from '../../src/law/report.ts';
import { policyGradient } from '../../src/policy/gradient.ts';
import { softmax } from '../../src/policy/softmax.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { anyNumbers, type Numbers } from './toy.ts';

const OPTIONS = { runs: 40, seed: 1 };

/** What a toy law judges: of the two parts it asks for one only. */
interface Parts {
  asked<S>(F: Algebra<S>): S;
  never<S>(F: Algebra<S>): S;
}

const reference: Parts = { asked: ({ zero }) => zero, never: ({ zero }) => zero };

const lawOfParts = (parts: Partial<Law<Numbers, Parts>> = {}): AnyLaw =>
  law<Numbers, Parts>({
    id: 'toy.parts',
    version: 1,
    cites: [],
    section: 'Toys',
    states: '',
    says: 'Zero is at most one.',
    expects: 'holds',
    instances: anyNumbers,
    hypotheses: [],
    subject: 'part',
    reference,
    claim: (F, _instance, use) => atMost(use.asked(F), F.one),
    cover: {},
    teeth: {},
    ...parts,
  });

const mine = ({ zero }: Algebra<unknown>): never => zero as never;

describe('an implementation in doubles', () => {
  test('answers in as many cases as it takes part in', () => {
    const { verdict, float64: found } = checkLaw(
      lawOfParts({ float64: { ...reference, asked: mine }, hypotheses: [] }),
      OPTIONS,
    );
    expect({ verdict, found }).toMatchObject({ verdict: 'holds', found: { cases: 10, answered: 10 } });
    const sometimes = lawOfParts({
      float64: { ...reference, asked: mine },
      claim: (F, { numbers }, use) => atMost(numbers.length > 2 ? use.asked(F) : F.zero, F.one),
    });
    const { float64: some } = checkLaw(sometimes, OPTIONS);
    expect(some).toMatchObject({ cases: 10, answered: expect.any(Number) });
    expect(some!.answered).toBeGreaterThan(0);
    expect(some!.answered).toBeLessThan(10);
  });

  test.each<[string, Partial<Law<Numbers, Parts>>]>([
    ['the law holds', {}],
    ['the law is a conjecture', { expects: 'conjectured' }],
    ['the law is refuted by the reference', { expects: 'refuted', claim: (F) => atMost(F.one, F.zero) }],
  ])('that has nothing to answer leaves the check incomplete where %s', (_, parts) => {
    const report = checkLaw(lawOfParts({ ...parts, float64: { ...reference, never: mine } }), OPTIONS);
    expect(report).toMatchObject({ verdict: 'incomplete', errors: [], float64: { answered: 0 } });
    expect(checkLaw(lawOfParts(parts), OPTIONS).verdict).toBe(parts.expects ?? 'holds');
  });

  test('answers with its own parts at hand', () => {
    class Mine implements Parts {
      readonly number = 0;
      asked<S>({ of }: Algebra<S>): S {
        return of(this.number);
      }
      never<S>(F: Algebra<S>): S {
        return this.asked(F);
      }
    }
    expect(checkLaw(lawOfParts({ float64: new Mine() }), OPTIONS)).toMatchObject({
      verdict: 'holds',
      float64: { cases: 10, answered: 10 },
    });
  });

  test('lacks no part that the reference has', () => {
    const about = 'law is toy.parts, whose subject is the part, and its float64';
    const { asked } = reference;
    expect(() => checkLaw(lawOfParts({ float64: { asked } as unknown as Parts }), OPTIONS)).toThrow(
      new RangeError(`${about} has no function “never”; give an implementation of that subject.`),
    );
    expect(() => checkLaw(lawOfParts({ float64: asked as unknown as Parts }), OPTIONS)).toThrow(
      new RangeError(`${about} has no function “asked”; give an implementation of that subject.`),
    );
    const sampler = laws.find(({ id }) => id === 'pg.sampler')!;
    expect(() => checkLaw({ ...sampler, float64: reference }, OPTIONS)).toThrow(
      'law is pg.sampler, whose subject is the action sampler, and its float64 is [object Object]; give a function.',
    );
  });
});

/** Right implementations of one's own, which count how often they are asked. */
let asked = 0;
const counted = <T>(answer: T): T => {
  asked++;
  return answer;
};
const OWN: Readonly<Record<string, unknown>> = {
  projection: withProjection((set, x) => counted(projectModel(float64, set, x))),
  losses: withLosses({
    value: (loss, theta) => counted(lossValue(float64, loss, theta)),
    subgradient: (loss, theta) => counted(subgradient(float64, loss, theta)),
  }),
  softmax: withSoftmax((logits, temperature) => counted(softmax(float64, logits, temperature))),
  'policy gradient': withPolicyGradient((probabilities, logitGradients, temperature, rewards) =>
    counted(policyGradient(float64, { probabilities, logitGradients, temperature }, rewards)),
  ),
  'zeroth-order estimate': withZerothOrder((f, x, u, smoothing) =>
    counted(u.map((value) => ((f(x.map((xi, i) => xi + smoothing * u[i]!)) - f(x)) / smoothing) * value)),
  ),
};

const PASSES: readonly LawReport['verdict'][] = ['holds', 'refuted', 'conjectured'];

test.each(Object.keys(OWN))('a law passes for a %s of one’s own only if it asks it', (name) => {
  const passed: string[] = [];
  for (const one of laws) {
    asked = 0;
    const judged = { ...one, float64: OWN[name], teeth: {}, hypotheses: [], cover: {}, secondOpinions: 0 };
    try {
      const report = checkLaw(judged, { runs: 1, seed: 9902 });
      if (PASSES.includes(report.verdict)) passed.push(one.id);
      if (asked === 0) expect([one.id, report.verdict]).toEqual([one.id, 'incomplete']);
      expect([one.id, report.float64!.answered > 0]).toEqual([one.id, report.verdict !== 'incomplete']);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      expect(error.message).toMatch(/^law is \S+, (which judges no implementation|whose subject is the .*),? and /);
      expect(asked).toBe(0);
    }
  }
  expect(passed.length).toBeGreaterThan(0);
});
