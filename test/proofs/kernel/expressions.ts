import fc from 'fast-check';
import { vector } from '../../../proofs/kernel/symbolic.ts';
import type { InnerProductSpace, Scalars, Vector } from '../../../src/scalar/algebra.ts';
import { type Rational, rational } from '../../../src/scalar/rational.ts';

/** How many cases each property is tried on; GRADIENT_LAWS_DEEP=1 asks for many more. */
export const RUNS = process.env.GRADIENT_LAWS_DEEP === '1' ? 20_000 : 400;

/** A text over the scalar algebra, as data: reading it in any arithmetic is {@link read}. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: Rational }
  | { readonly kind: 'symbol'; readonly name: string }
  | {
      readonly kind: 'add' | 'sub' | 'mul' | 'div';
      readonly left: Expression;
      readonly right: Expression;
    };

export const NAMES = ['x', 'y', 'z'] as const;

/** Small fractions, zero and equal ones among them. */
export const smallRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  smallRational.map((value) => ({ kind: 'constant' as const, value })),
  fc.constantFrom(...NAMES).map((name) => ({ kind: 'symbol' as const, name })),
);

const { expression, quotientFree } = fc.letrec<{ expression: Expression; quotientFree: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    leaf,
    fc.record({
      kind: fc.constantFrom('add' as const, 'sub' as const, 'mul' as const, 'div' as const),
      left: tie('expression'),
      right: tie('expression'),
    }),
  ),
  quotientFree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'quotientFree' },
    leaf,
    fc.record({
      kind: fc.constantFrom('add' as const, 'sub' as const, 'mul' as const),
      left: tie('quotientFree'),
      right: tie('quotientFree'),
    }),
  ),
}));

export { expression, quotientFree };

/** The value of the expression in a reading. */
export function read<S>(F: Scalars<S>, e: Expression, values: ReadonlyMap<string, S>): S {
  if (e.kind === 'constant') return F.of(e.value);
  if (e.kind === 'symbol') return values.get(e.name)!;
  return F[e.kind](read(F, e.left, values), read(F, e.right, values));
}

/** Values for x, y and z. */
export const point: fc.Arbitrary<ReadonlyMap<string, Rational>> = fc
  .tuple(smallRational, smallRational, smallRational)
  .map((values) => new Map(NAMES.map((name, i) => [name, values[i]!])));

/** Coordinates for u, v and w, in the dimension drawn. */
export const vectors: fc.Arbitrary<ReadonlyMap<string, Vector<Rational>>> = fc
  .integer({ min: 1, max: 4 })
  .chain((d) => {
    const coordinates = fc.array(smallRational, { minLength: d, maxLength: d });
    return fc.tuple(coordinates, coordinates, coordinates);
  })
  .map(([u, v, w]) => new Map([...Object.entries({ u, v, w })]));

/** Σ coefficient · vector over u, v and w. */
export const combine = <S, V>(F: InnerProductSpace<S, V>, coefficients: readonly S[], values: readonly V[]): V =>
  coefficients.slice(1).reduce((sum, c, i) => F.axpy(c, values[i + 1]!, sum), F.scale(coefficients[0]!, values[0]!));

export const formalVectors = ['u', 'v', 'w'].map(vector);

/** The values of the symbols ⟨x,y⟩ at these coordinates. */
export function gramValues<S>(F: Scalars<S> & InnerProductSpace<S, Vector<S>>, values: ReadonlyMap<string, Vector<S>>) {
  const names = [...values.keys()].sort();
  return new Map(
    names.flatMap((x) =>
      names.filter((y) => x <= y).map((y) => [`⟨${x},${y}⟩`, F.dot(values.get(x)!, values.get(y)!)] as const),
    ),
  );
}
