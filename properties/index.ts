import type { AnyLaw } from '../src/law/law.ts';
import { regretBoundLaw } from './9902-sgd/first-look.ts';
import { nonexpansivePoint } from './9902-sgd/projection.ts';

/** Every law, in the order of the articles. */
export const laws: readonly AnyLaw[] = [regretBoundLaw, nonexpansivePoint];
