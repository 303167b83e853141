import type { Vector } from '../../src/scalar/algebra.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import type { FormalVector } from '../kernel/symbolic.ts';

/** A formal vector for a text that touches vectors only through the algebra it is given, and never a coordinate. */
export const opaque = (v: FormalVector): Vector<RationalFunction> => v as unknown as Vector<RationalFunction>;
