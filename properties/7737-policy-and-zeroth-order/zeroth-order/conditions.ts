import type { Hypothesis, Necessity } from '../../../src/law/law.ts';
import { degreeOf, type TestFunction } from '../../instances/zeroth-order/objectives.ts';

/** f is a polynomial of degree at most 1. */
export const atMostLinear = <I extends { readonly objective: TestFunction }>(
  necessity: Necessity<I>,
): Hypothesis<I> => ({
  name: 'linear',
  says: 'f is a polynomial of degree at most 1.',
  holds: ({ objective }) => degreeOf(objective) <= 1,
  necessity,
});
