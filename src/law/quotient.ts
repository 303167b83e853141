import { compare, div, type Rational, rational, signOf } from '../scalar/rational.ts';

const parse = (text: string): Rational => {
  const [numerator, denominator] = text.split('/');
  return rational(BigInt(numerator!), BigInt(denominator ?? '1'));
};

/** The largest left / right over pairs of fractions with a positive right side, as fraction text. */
export function largestQuotient(pairs: readonly (readonly [left: string, right: string])[]): string | undefined {
  const quotients = pairs
    .map(([left, right]) => [parse(left), parse(right)] as const)
    .filter(([, right]) => signOf(right) > 0)
    .map(([left, right]) => div(left, right));
  return quotients.length === 0
    ? undefined
    : quotients.reduce((best, next) => (compare(next, best) > 0 ? next : best)).toString();
}
