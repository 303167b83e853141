import type { AnyLaw } from './law.ts';
import { shown } from './plain-numbers.ts';

type Part = (...given: readonly unknown[]) => unknown;
type Parts = Readonly<Record<string, unknown>>;

const isPart = (x: unknown): x is Part => typeof x === 'function';
const hasParts = (x: unknown): x is Parts => typeof x === 'object' && x !== null;

/** Throws a RangeError unless what the law is to judge in doubles, if anything, has every part that its reference has. */
export function requireFit({ id, subject, reference, float64 }: AnyLaw): void {
  if (float64 === undefined) return;
  if (subject === undefined) {
    throw new RangeError(
      `law is ${id}, which judges no implementation, and has one in doubles; give that to a law with a subject.`,
    );
  }
  const about = `law is ${id}, whose subject is the ${subject}, and its float64`;
  if (isPart(reference) && !isPart(float64)) throw new RangeError(`${about} is ${shown(float64)}; give a function.`);
  if (!hasParts(reference)) return;
  const missing = Object.keys(reference).find((name) => !hasParts(float64) || !isPart(float64[name]));
  if (missing === undefined) return;
  throw new RangeError(`${about} has no function “${missing}”; give an implementation of that subject.`);
}

/** A law that tells whether the implementation in doubles has answered since it was last asked this. */
export interface Watched {
  readonly law: AnyLaw;
  hasAnswered(): boolean;
}

/** Watches the parts of the implementation in doubles that are not the reference's own. */
export function watched(law: AnyLaw): Watched {
  const { float64, reference } = law;
  let answered = false;
  const hasAnswered = (): boolean => {
    const answer = answered;
    answered = false;
    return answer;
  };
  const watch =
    (part: Part): Part =>
    (...given) => {
      // What a law does in series, or with what is not known to be a double, ends here: nothing in doubles is asked.
      const answer = Reflect.apply(part, float64, given);
      answered = true;
      return answer;
    };
  if (isPart(float64)) return { law: { ...law, float64: watch(float64) }, hasAnswered };
  if (!hasParts(float64) || !hasParts(reference)) return { law, hasAnswered: () => true };
  const parts = Object.keys(reference).map((name) => {
    const part = float64[name];
    return [name, isPart(part) && part !== reference[name] ? watch(part) : part];
  });
  return { law: { ...law, float64: { ...float64, ...Object.fromEntries(parts) } }, hasAnswered };
}
