const handedOver = new WeakMap<object, object>();

/**
 * Plain data for an implementation under judgement to calculate in: its lists and records are copies, so that sorting
 * or overwriting them changes nothing that is judged. As long as nothing is written into it, the same copy every time,
 * so that what an implementation keeps beside a set is still there at the next step.
 */
export function ownCopy<T extends object>(data: T): T {
  const known = handedOver.get(data);
  if (known !== undefined && isAsBefore(known, data)) return known as T;
  const copy = copyOf(data) as T;
  handedOver.set(data, copy);
  return copy;
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

function copyOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(copyOf);
  if (!isRecord(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copyOf(value)]));
}

function isAsBefore(copy: unknown, data: unknown): boolean {
  if (Array.isArray(data)) {
    if (!Array.isArray(copy) || copy.length !== data.length) return false;
    for (let i = 0; i < data.length; i++) if (!isAsBefore(copy[i], data[i])) return false;
    return true;
  }
  if (!isRecord(data)) return Object.is(copy, data);
  if (!isRecord(copy)) return false;
  const keys = Object.keys(data);
  return keys.length === Object.keys(copy).length && keys.every((key) => isAsBefore(copy[key], data[key]));
}
