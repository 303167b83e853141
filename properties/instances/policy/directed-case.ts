import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { passes, requireDimension } from '../well-formed.ts';
import { drawPolicyCase, type PolicyCase, parametersOf, policyCases } from './policy-case.ts';

/** A policy case and a direction in its parameters. */
export interface DirectedCase extends PolicyCase {
  readonly direction: ExactVector;
}

const directionOf = z.looseObject({ direction: exactVector });

const isDirected = (instance: DirectedCase): boolean =>
  policyCases.accepts(instance) &&
  passes(() => {
    requireDimension('direction', instance.direction, parametersOf(instance));
  });

/** Policy cases with whole-number directions; fewer classes, a table of logits, then simpler numbers. */
export const directedCases: Instances<DirectedCase> = {
  generate: (draw) => {
    const policy = drawPolicyCase(draw, 5);
    return { ...policy, direction: draw.list(parametersOf(policy), () => draw.integer(-3, 3)) };
  },
  *simplify({ direction, ...policy }) {
    for (const simpler of policyCases.simplify(policy)) {
      const parameters = parametersOf(simpler);
      const excess = direction.length - parameters;
      // Whichever parameter went, one of these directions has lost its coordinate.
      if (excess === 0) yield { ...simpler, direction };
      else if (excess === 1)
        for (const y of direction.keys()) yield { ...simpler, direction: withoutEntry(direction, y) };
      else yield { ...simpler, direction: Array.from({ length: parameters }, (_, j) => direction[j] ?? 0) };
    }
    for (const simpler of simplerData({ direction })) yield { ...policy, ...simpler };
  },
  accepts: isDirected,
  decode: (json) => {
    const { direction, ...rest } = directionOf.parse(json);
    const policy = policyCases.decode(rest);
    requireDimension('direction', direction, parametersOf(policy));
    return { ...policy, direction };
  },
};
