/** Numbers as a program may hand them over: an array, a typed array, or whatever else can be indexed or iterated. */
export type Numbers = ArrayLike<number> | Iterable<number>;

/**
 * What an implementation hands over, as an array of finite numbers. Typed arrays must not go any further: their `map`
 * makes doubles of what is no double, and of the range around an answer it makes NaN.
 *
 * @param what names the answer: `projection` for “The projection is NaN at index 0; …”.
 * @throws RangeError when it is not `length` finite numbers; it says what came instead.
 */
export function plainNumbers(what: string, length: number, answer: unknown): readonly number[] {
  const entries = entriesOf(answer, length);
  const wanted = `give ${length} finite ${length === 1 ? 'number' : 'numbers'}`;
  if (entries === undefined) throw new RangeError(`The ${what} is ${shown(answer)}; ${wanted} in an array.`);
  if (entries.length !== length) {
    const seen = entries.length > length ? `more than ${length}` : entries.length;
    throw new RangeError(`The ${what} has ${seen} ${seen === 1 ? 'entry' : 'entries'}; ${wanted}.`);
  }
  return entries.map((entry, i) => {
    if (isFiniteNumber(entry)) return entry;
    throw new RangeError(`The ${what} is ${shown(entry)} at index ${i}; ${wanted}.`);
  });
}

/**
 * What an implementation hands over, as a finite number.
 * @throws RangeError when it is none; it says what came instead.
 */
export function plainNumber(what: string, answer: unknown): number {
  if (isFiniteNumber(answer)) return answer;
  throw new RangeError(`The ${what} is ${shown(answer)}; give a finite number.`);
}

/** A value in few words, whatever it is. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : Object.prototype.toString.call(value);
    default:
      return String(value);
  }
}

const isFiniteNumber = (x: unknown): x is number => typeof x === 'number' && Number.isFinite(x);

/** The entries, and one more where there are more than asked for; undefined where there are none to tell apart. */
function entriesOf(answer: unknown, most: number): readonly unknown[] | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if (isIterable(answer)) return first(answer, most + 1);
  if (!('length' in answer)) return undefined;
  const list = answer as ArrayLike<unknown>;
  return Array.from({ length: Math.min(list.length, most + 1) }, (_, i) => list[i]);
}

const isIterable = (x: object): x is Iterable<unknown> => Symbol.iterator in x;

function first(entries: Iterable<unknown>, count: number): readonly unknown[] {
  const list: unknown[] = [];
  for (const entry of entries) {
    list.push(entry);
    if (list.length === count) break;
  }
  return list;
}
