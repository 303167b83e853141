import { describe, expect, test } from 'vitest';
import { checkAll, NotProved, identityTheorems as theorems } from '../../proofs/index.ts';
import type { RationalFunction } from '../../proofs/kernel/rational-function.ts';
import {
  type FormalSpace,
  type FormalVector,
  formalSpace,
  scalar,
  scalars,
  vector,
} from '../../proofs/kernel/symbolic.ts';
import { type Sides as Step, type IdentityTheorem as Theorem, theorem } from '../../proofs/theorem/theorem.ts';
import { pythagoreanExpansion, segmentGap, segmentRegrouping } from '../../src/convex/segment-identities.ts';
import {
  abelClose,
  abelSummation,
  constantRateGap,
  distanceExpansion,
  type Sides,
  solvedInnerProduct,
} from '../../src/descent/step-identities.ts';

const F = formalSpace;
const twin = { id: 'twin', laws: [], cites: [], states: '', scope: 'all reals' } as const;
const holds = ({ left, right }: Sides<RationalFunction>): boolean => {
  try {
    theorem(twin, () => [{ name: 'twin', left, right }]).check();
    return true;
  } catch (error) {
    if (error instanceof NotProved) return false;
    throw error;
  }
};
const named = (id: string): Theorem => theorems.find((each) => each.id === id)!;

describe('every theorem', () => {
  test('is proved', () => {
    expect(checkAll(theorems).map(({ theorem, status }) => [theorem.id, status])).toEqual(
      theorems.map(({ id }) => [id, 'proved']),
    );
  });

  test('has an id of its own, laws, equations and a statement', () => {
    expect(new Set(theorems.map(({ id }) => id)).size).toBe(theorems.length);
    for (const { laws, cites, states } of theorems) {
      expect(laws.length).toBeGreaterThan(0);
      expect(cites.flatMap(({ equations }) => equations).length).toBeGreaterThan(0);
      expect(states).toContain('=');
    }
  });

  test('establishes the laws it is about', () => {
    expect([...new Set(theorems.flatMap(({ laws }) => laws))].sort()).toEqual(
      [
        'proj.min-segment',
        'proj.pyth',
        'proj.square',
        'sgd.abel',
        'sgd.abel-close',
        'sgd.amgm',
        'sgd.expand',
        'sgd.solve',
      ].sort(),
    );
  });

  test.each([
    ['constant-rate-gap', ['eta', 'rootT']],
    ['constant-rate-equality', ['D', 'G', 'rootT']],
    ['distance-expansion', []],
    ['solved-inner-product', ['eta']],
    ['abel-summation', [1, 2, 3, 4, 5, 6, 7, 8].map((t) => `eta_${t}`)],
    ['abel-close', [1, 2, 3, 4, 5, 6, 7, 8].map((t) => `eta_${t}`)],
    ['segment-regrouping', []],
    ['segment-gap', []],
    ['pythagorean-expansion', []],
  ])('%s assumes that exactly %j are nonzero', (id, nonzero) => {
    expect(named(id).check().nonzero).toEqual(nonzero);
  });

  test('about sequences has a step for each horizon from 1 to 8', () => {
    for (const id of ['abel-summation', 'abel-close']) {
      expect(
        named(id)
          .steps(F)
          .map(({ name }) => name),
      ).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((T) => `T = ${T}`));
    }
  });
});

describe('an unproved theorem', () => {
  const broken: Theorem = {
    ...named('segment-gap'),
    check: () => {
      throw new NotProved('left − right is 1');
    },
  };
  test('is reported, and does not hide the others', () => {
    const outcomes = checkAll([broken, named('distance-expansion')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['unproved', 'proved']);
    expect(outcomes[0]).toMatchObject({ because: 'left − right is 1' });
  });
  test('so is one whose text throws', () => {
    const crashing = {
      ...broken,
      check: () => {
        throw new TypeError('boom');
      },
    };
    const outcomes = checkAll([crashing, named('distance-expansion')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['unproved', 'proved']);
    expect(outcomes[0]).toMatchObject({ because: 'The text crashes: boom' });
  });
});

/** Where in a text under src/ an operation was asked for: file, line and column; undefined anywhere else. */
const callSite = (): string | undefined =>
  new Error().stack?.split('\n')[3]?.match(/\/src\/(convex|descent)\/.*:\d+:\d+/)?.[0];

/** The formal space in which one place of the texts under src/ does the wrong operation. */
function withBug(place: string | undefined, visited: Set<string> = new Set()): FormalSpace {
  const twist =
    <A extends readonly unknown[], R>(right: (...args: A) => R, wrong: (...args: A) => R) =>
    (...args: A): R => {
      const here = callSite();
      if (here !== undefined) visited.add(here);
      return (here !== undefined && here === place ? wrong : right)(...args);
    };
  const halved = (a: RationalFunction) => F.mul(F.of(0.5), a);
  return {
    ...F,
    of: twist(F.of, (x) => F.add(F.of(x), F.one)),
    add: twist(F.add, F.sub),
    sub: twist(F.sub, F.add),
    mul: twist(F.mul, (a, b) => halved(F.mul(a, b))),
    div: twist(F.div, (a, b) => halved(F.div(a, b))),
    neg: twist(F.neg, (a) => a),
    square: twist(F.square, (a) => halved(F.square(a))),
    sum: twist(F.sum, (terms) => F.sum(terms.slice(1))),
    dot: twist(F.dot, (u, v) => halved(F.dot(u, v))),
    squaredNorm: twist(F.squaredNorm, (v) => halved(F.squaredNorm(v))),
    plus: twist(F.plus, F.minus),
    minus: twist(F.minus, F.plus),
    scale: twist(F.scale, (a, v) => F.scale(halved(a), v)),
    axpy: twist(F.axpy, (a, x, y) => F.axpy(F.neg(a), x, y)),
  };
}

test('one wrong operation anywhere in a text is caught by a theorem', () => {
  const readers = new Map<string, Theorem[]>();
  for (const theorem of theorems) {
    const visited = new Set<string>();
    theorem.steps(withBug(undefined, visited));
    for (const place of visited) readers.set(place, [...(readers.get(place) ?? []), theorem]);
  }
  expect(readers.size).toBeGreaterThan(70);
  const missed = [...readers].filter(([place, which]) =>
    which.every(({ steps }) => steps(withBug(place)).every(holds)),
  );
  expect(missed.map(([place]) => place)).toEqual([]);
});

describe('mutated statements are rejected', () => {
  const [D, G, eta, rootT, lambda] = ['D', 'G', 'eta', 'rootT', 'lambda'].map(scalar) as [
    RationalFunction,
    RationalFunction,
    RationalFunction,
    RationalFunction,
    RationalFunction,
  ];
  const [phi, P, theta, g, c] = ['phi', 'P', 'theta', 'g', 'c'].map(vector) as [
    FormalVector,
    FormalVector,
    FormalVector,
    FormalVector,
    FormalVector,
  ];
  const distance = ({ left, right }: Sides<FormalVector>) => ({
    left: F.squaredNorm(F.minus(left, right)),
    right: F.zero,
  });
  const gap = constantRateGap(F, { D, G, eta, rootT });
  const a = scalars('a', 5);
  const rates = scalars('eta', 4);

  const twins: Readonly<Record<string, Readonly<Record<string, Sides<RationalFunction>>>>> = {
    'constant-rate-gap': {
      'the other sign of DG/√T': { left: F.add(gap.left, F.div(F.mul(F.of(2), F.mul(D, G)), rootT)), right: gap.right },
      'T for √T': { left: gap.left, right: constantRateGap(F, { D, G, eta, rootT: F.square(rootT) }).right },
      'the half of G²η/2 forgotten': {
        left: F.add(gap.left, F.div(F.mul(F.square(G), eta), F.of(2))),
        right: gap.right,
      },
      'D and G exchanged': { left: gap.left, right: constantRateGap(F, { D: G, G: D, eta, rootT }).right },
    },
    'constant-rate-equality': {
      'η = D/(2G√T)': {
        left: constantRateGap(F, { D, G, eta: F.div(D, F.mul(F.of(2), F.mul(G, rootT))), rootT }).left,
        right: F.zero,
      },
      'η = G/(D√T)': { left: constantRateGap(F, { D, G, eta: F.div(G, F.mul(D, rootT)), rootT }).left, right: F.zero },
    },
    'distance-expansion': {
      'θ + ηg for θ − ηg': {
        left: distanceExpansion(F, theta, F.neg(eta), g, c).left,
        right: distanceExpansion(F, theta, eta, g, c).right,
      },
      'θ and c exchanged': {
        left: distanceExpansion(F, theta, eta, g, c).left,
        right: distanceExpansion(F, c, eta, g, theta).right,
      },
      'η‖g‖² for η²‖g‖²': {
        left: distanceExpansion(F, theta, eta, g, c).left,
        right: F.add(
          F.sub(F.squaredNorm(F.minus(theta, c)), F.mul(F.mul(F.of(2), eta), F.dot(F.minus(theta, c), g))),
          F.mul(eta, F.squaredNorm(g)),
        ),
      },
    },
    'solved-inner-product': {
      '(c − θ)·g for (θ − c)·g': {
        left: F.neg(solvedInnerProduct(F, theta, eta, g, c).left),
        right: solvedInnerProduct(F, theta, eta, g, c).right,
      },
      'the half of η‖g‖²/2 forgotten': {
        left: solvedInnerProduct(F, theta, eta, g, c).left,
        right: F.add(solvedInnerProduct(F, theta, eta, g, c).right, F.mul(F.of(0.5), F.mul(eta, F.squaredNorm(g)))),
      },
      'another target on the right': {
        left: solvedInnerProduct(F, theta, eta, g, c).left,
        right: solvedInnerProduct(F, theta, eta, g, phi).right,
      },
    },
    'abel-summation': {
      'rates in reverse': {
        left: abelSummation(F, a, rates).left,
        right: abelSummation(F, a, [...rates].reverse()).right,
      },
      'values shifted by one': {
        left: abelSummation(F, a, rates).left,
        right: abelSummation(F, [...a.slice(1), a[0]!], rates).right,
      },
      'the last rate repeated': {
        left: abelSummation(F, a, rates).left,
        right: abelSummation(F, a, [...rates.slice(0, 3), rates[2]!]).right,
      },
    },
    'abel-close': {
      'η_{T−1} for η_T': { left: abelClose(F, D, rates).left, right: abelClose(F, D, rates.slice(0, 3)).right },
      'D for D²': { left: abelClose(F, F.square(D), rates).left, right: abelClose(F, D, rates).right },
    },
    'segment-regrouping': {
      '1 − λ for λ': distance({
        left: segmentRegrouping(F, phi, P, theta, lambda).left,
        right: segmentRegrouping(F, phi, P, theta, F.sub(F.one, lambda)).right,
      }),
      'P and θ exchanged': distance({
        left: segmentRegrouping(F, phi, P, theta, lambda).left,
        right: segmentRegrouping(F, phi, theta, P, lambda).right,
      }),
    },
    'segment-gap': {
      'the other sign of λ': {
        left: segmentGap(F, phi, P, theta, lambda).left,
        right: segmentGap(F, phi, P, theta, F.neg(lambda)).right,
      },
      'P and θ exchanged': {
        left: segmentGap(F, phi, P, theta, lambda).left,
        right: segmentGap(F, phi, theta, P, lambda).right,
      },
      'a factor λ forgotten': {
        left: segmentGap(F, phi, P, theta, lambda).left,
        right: F.div(segmentGap(F, phi, P, theta, lambda).right, lambda),
      },
    },
    'pythagorean-expansion': {
      'the inner product forgotten': {
        left: pythagoreanExpansion(F, phi, P, theta).left,
        right: F.add(F.squaredNorm(F.minus(P, theta)), F.squaredNorm(F.minus(phi, P))),
      },
      'φ and P exchanged': {
        left: pythagoreanExpansion(F, phi, P, theta).left,
        right: pythagoreanExpansion(F, P, phi, theta).right,
      },
    },
  };

  test('every theorem has twins', () => {
    expect(Object.keys(twins).sort()).toEqual(theorems.map(({ id }) => id).sort());
  });
  test.each(
    Object.entries(twins).flatMap(([id, each]) => Object.entries(each).map(([bug, step]) => [id, bug, step] as const)),
  )('%s with %s', (_, __, step) => {
    expect(holds(step)).toBe(false);
  });

  const all = theorems.flatMap(({ id, steps }) =>
    steps(F).map((step): [string, string, Step] => [id, step.name, step]),
  );
  test.each(all)('%s (%s) does not survive a change of its left side alone', (_, __, { left, right }) => {
    expect(holds({ left: F.add(left, F.of(2 ** -1074)), right })).toBe(false);
  });
});
