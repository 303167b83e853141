import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, simplerNumbers, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { logSoftmax, softmax } from '../../../src/policy/softmax.ts';
import { type Exact, type ExactVector, ratio, toDouble } from '../../../src/scalar/exact.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { isPositive, passes } from '../well-formed.ts';

/**
 * Logits at a temperature, one class of them, and a rational number to compare with: a real number is known by which
 * rational numbers are below it, and comparing with them needs no tolerance.
 */
export interface SoftmaxCase {
  readonly logits: ExactVector;
  readonly temperature: Exact;
  readonly action: number;
  readonly cut: Exact;
}

const schema: z.ZodType<SoftmaxCase> = z.strictObject({
  logits: exactVector,
  temperature: exactNumber,
  action: z.int().min(0).max(4095),
  cut: exactNumber,
});

function requireSoftmaxCase({ logits, temperature, action }: SoftmaxCase): void {
  if (!isPositive(temperature)) throw new RangeError('temperature is not positive; give τ > 0.');
  if (!Number.isSafeInteger(action) || action < 0 || action >= logits.length) {
    throw new RangeError(`action is ${action} of ${logits.length} classes; give an index from 0.`);
  }
}

const HUGE = 1e300;

/** Logits as doubles: whole numbers, a grid, all 53 bits in use, many magnitudes, or up to ±1e300; often with ties. */
function drawLogits(draw: Draw, classes: number): readonly number[] {
  const style = draw.pick(['integer', 'dyadic', 'log-scale', 'full-mantissa', 'full-mantissa'] as const);
  const size = draw.pick([1, 8, 8, 512, 1024, HUGE / 8]);
  const logits = draw.list(classes, () => Number(draw.real(style, 8)) * (size / 8));
  const [i, j] = [draw.integer(0, classes - 1), draw.integer(0, classes - 1)];
  return draw.chance(0.25) ? withEntry(logits, i, logits[j]!) : logits;
}

/** A temperature at which logits of that size are near each other in one case of two. */
function drawTemperature(draw: Draw, logits: readonly number[]): number {
  if (draw.chance(0.25)) return 1;
  const unit = draw.chance(0.5) ? 1 : 2 ** Math.ceil(Math.log2(1 + Math.max(...logits.map(Math.abs))));
  return Number(draw.positive(draw.pick(['integer', 'dyadic', 'full-mantissa'] as const), 4)) * unit;
}

/** A number within a factor 1 ± 2⁻¹ … 1 ± 2⁻⁴⁶ of another. */
const near = (draw: Draw, x: number): number => x * (1 + (draw.chance(0.5) ? 1 : -1) * 2 ** -draw.integer(1, 46));

/** What the cut of a case is near to. */
type About = 'probability' | 'logarithm';

/**
 * The probability of the class or its logarithm in doubles, away from 0, so that a factor moves it. This only places the
 * cut; whether the value is above the cut is decided exactly.
 */
function nearTo(about: About, logits: readonly number[], temperature: number, action: number): number {
  if (about === 'logarithm') return Math.min(logSoftmax(float64, logits, temperature)[action]!, -1e-12);
  return Math.max(softmax(float64, logits, temperature)[action]!, 1e-290);
}

function drawSoftmaxCase(draw: Draw, about: About): SoftmaxCase {
  const classes = draw.integer(1, 8);
  const action = draw.integer(0, classes - 1);
  if (about === 'probability' && draw.chance(0.05)) {
    const logit = draw.integer(-4, 4);
    return { logits: draw.list(classes, () => logit), temperature: 1, action, cut: ratio(1, classes) };
  }
  const logits = drawLogits(draw, classes);
  const temperature = drawTemperature(draw, logits);
  return { logits, temperature, action, cut: near(draw, nearTo(about, logits, temperature, action)) };
}

/** The case with a cut as near to its own value as the cut of another case is to that one's. */
function recut(about: About, from: SoftmaxCase, to: Omit<SoftmaxCase, 'cut'>): SoftmaxCase {
  const value = ({ logits, temperature, action }: Omit<SoftmaxCase, 'cut'>): number =>
    nearTo(about, logits.map(toDouble), toDouble(temperature), action);
  const cut = (toDouble(from.cut) / value(from)) * value(to);
  return { ...to, cut: Number.isFinite(cut) ? cut : from.cut };
}

/** Fewer classes, temperature 1, then simpler numbers; the cut follows, and becomes simpler last. */
function* simplerSoftmaxCases(about: About, instance: SoftmaxCase): Generator<SoftmaxCase> {
  const { cut, ...parts } = instance;
  const { logits, temperature, action } = parts;
  for (let y = 0; y < logits.length && logits.length > 1; y++) {
    if (y === action) continue;
    yield recut(about, instance, { ...parts, logits: withoutEntry(logits, y), action: action - Number(y < action) });
  }
  if (temperature !== 1) yield recut(about, instance, { ...parts, temperature: 1 });
  for (const simpler of simplerData(parts, new Set(['action']))) {
    if (isPositive(simpler.temperature)) yield recut(about, instance, simpler);
  }
  for (const simpler of simplerNumbers(cut)) yield { ...instance, cut: simpler };
}

/** Softmax cases with a number close to the probability of the class, or to its logarithm. */
export const softmaxCases = (about: About): Instances<SoftmaxCase> => ({
  generate: (draw) => drawSoftmaxCase(draw, about),
  simplify: (instance) => simplerSoftmaxCases(about, instance),
  accepts: (instance) => passes(() => requireSoftmaxCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireSoftmaxCase(instance);
    return instance;
  },
});
