import type { MaxAffineLoss, maxAffineForm } from '../../src/descent/losses/max-affine.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { type FormalVector, formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { nameOfVector } from '../theorem/names.ts';
import { atMost, same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { decidedOnce, phi, readLoss, theta } from './loss-texts.ts';

const { add, dot, minus, sub } = formalSpace;

/** 1, …, most. */
const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, i) => i + 1);

/** The text of the largest of K affine pieces, and a piece at a point. */
function pieces(form: typeof maxAffineForm, { F, number, point }: Reader, count: number) {
  const names = upTo(count).map((k) => `slope_${k}`);
  const offsets = scalars('offset', count);
  const loss = {
    kind: 'max-affine',
    slopes: names.map(point),
    offsets: offsets.map((_, k) => number(`offset_${k + 1}`)),
  };
  return {
    ...readLoss(form, decidedOnce(F), loss as MaxAffineLoss),
    piece: (k: number, at: FormalVector) => add(dot(vector(names[k]!), at), offsets[k]!),
    chosen: (slope: FormalVector) => names.indexOf(nameOfVector(slope) ?? ''),
  };
}

/** The subgradient at θ is the slope of a piece that attains the value there. */
const attained = (form: typeof maxAffineForm, count: number): Part => ({
  name: `the piece at θ, K = ${count}`,
  argue: (reader) => {
    const { chosen, piece, subgradient, value } = pieces(form, reader, count);
    const k = chosen(subgradient(theta));
    return { assumes: [], steps: [{ goal: same('the value is that of the piece', value(theta), piece(k, theta)) }] };
  },
});

/** The value at φ is at least that of every piece: what the decisions after it add, and the one about it. */
export const largest = (form: typeof maxAffineForm, count: number): Part => ({
  name: `every piece at φ, K = ${count}`,
  argue: (reader) => {
    const { piece, value } = pieces(form, reader, count);
    const atPhi = value(phi);
    const steps = upTo(count).map((number, k): Step => ({ goal: atMost(`piece ${number}`, piece(k, phi), atPhi) }));
    return { assumes: [], steps, concludes: steps.flatMap((step) => ('goal' in step ? [step.goal.name] : [])) };
  },
});

/** For any number of pieces: the one that is chosen at θ is at φ at most the largest there. */
const anyPieces: readonly Part[] = induction({
  invariant: (_, { chosen, largest }) => atMost('invariant', chosen, largest),
  before: () => ({ best: scalar('best'), chosen: scalar('chosen'), largest: scalar('largest') }),
  base: { first: () => ({ state: { best: scalar('p'), chosen: scalar('r'), largest: scalar('r') }, assumes: [] }) },
  step: {
    next: ({ F }, { best, chosen, largest }) => {
      const [atTheta, atPhi] = [scalar('p'), scalar('r')];
      const better = F.compare(atTheta, best) > 0;
      const next = F.max(largest, atPhi);
      return { state: { best: better ? atTheta : best, chosen: better ? atPhi : chosen, largest: next }, assumes: [] };
    },
  },
}).map((part) => ({ ...part, name: `pieces, ${part.name}` }));

/** A-(9) of a piece that attains the value at θ. */
export const maxAffineTangent: Part = {
  name: 'A-(9)',
  argue: () => {
    const [slope, offset, atTheta, atPhi] = [vector('slope'), scalar('offset'), scalar('at_theta'), scalar('at_phi')];
    return {
      assumes: [
        same('the piece at θ', atTheta, add(dot(slope, theta), offset)),
        atMost('the piece at φ', add(dot(slope, phi), offset), atPhi),
      ],
      steps: [{ goal: atMost('A-(9)', dot(minus(phi, theta), slope), sub(atPhi, atTheta)) }],
    };
  },
};

/** A-(9) for the largest of any number of affine pieces; its text is read for up to three. */
export const maxAffineParts = (form: typeof maxAffineForm): readonly Part[] => [
  ...anyPieces,
  maxAffineTangent,
  ...upTo(3).flatMap((K) => [attained(form, K), largest(form, K)]),
];
