import type { Tooth } from '../../../../src/law/law.ts';
import { categorical, DRAWS, type RandomStream, standardNormal } from '../../../../src/random/index.ts';
import type { ActionSampler, NormalSampler } from '../sampling.ts';

type Mistakes<U> = Readonly<Record<string, Tooth<never, U>>>;

/** Each value of a sampler given out twice. */
const twice = (draw: () => number): (() => number) => {
  let kept: number | undefined;
  return () => {
    const value = kept ?? draw();
    kept = kept === undefined ? value : undefined;
    return value;
  };
};

/** The first value of a sampler once, then each of them twice. */
const twiceFromTheSecond = (draw: () => number): (() => number) => {
  let isFirst = true;
  const later = twice(draw);
  return () => {
    if (!isFirst) return later();
    isFirst = false;
    return draw();
  };
};

/** 3 % of all draws moved from the likeliest class to another. */
const tilted = (weights: readonly number[]): readonly number[] => {
  const likeliest = weights.indexOf(Math.max(...weights));
  const other = likeliest === 0 ? 1 : 0;
  const moved = Math.floor(0.03 * DRAWS);
  return weights.map((weight, y) => weight + (y === other ? moved : y === likeliest ? -moved : 0));
};

export const actionMistakes: Mistakes<ActionSampler> = {
  'three-percent-moved': {
    says: 'Three draws in a hundred go to another class than the likeliest.',
    use: (weights, stream) => () => categorical(tilted(weights), stream),
  },
  uniform: {
    says: 'Every class is drawn as often as the next.',
    use: (weights, stream) => () => Math.floor(stream.uniform() * weights.length),
  },
  greedy: {
    says: 'The likeliest class is always taken.',
    use: (weights) => () => weights.indexOf(Math.max(...weights)),
  },
  'drawn-twice': {
    says: 'Every draw is used twice.',
    use: (weights, stream) => twice(() => categorical(weights, stream)),
  },
  'drawn-twice-from-the-second': {
    says: 'Every draw but the first is used twice.',
    use: (weights, stream) => twiceFromTheSecond(() => categorical(weights, stream)),
  },
};

const changed =
  (change: (u: number, stream: RandomStream) => number): NormalSampler =>
  (stream) =>
  () =>
    change(standardNormal(stream), stream);

export const normalMistakes: Mistakes<NormalSampler> = {
  'signs-unfair': {
    says: 'A draw is negative with probability 0.53.',
    use: changed((u, stream) => (stream.uniform() < 0.06 ? -Math.abs(u) : u)),
  },
  'three-percent-wide': {
    says: 'The standard deviation is 1.03.',
    use: changed((u) => 1.03 * u),
  },
  'missing-two': {
    says: 'The polar method has √(−log s / s) where it needs √(−2 log s / s).',
    use: changed((u) => Math.SQRT1_2 * u),
  },
  'uniform-of-unit-variance': {
    says: 'The draws are uniform in [−√3, √3].',
    use: (stream) => () => Math.sqrt(3) * (2 * stream.uniform() - 1),
  },
  'drawn-twice': {
    says: 'Every draw is used twice.',
    use: (stream) => twice(() => standardNormal(stream)),
  },
  'drawn-twice-from-the-second': {
    says: 'Every draw but the first is used twice.',
    use: (stream) => twiceFromTheSecond(() => standardNormal(stream)),
  },
};
