import seedrandom from 'seedrandom';

/** A source of independent random draws. Samplers take it as an argument, so a source of one's own fits as well. */
export interface RandomStream {
  /** A multiple of 2⁻⁵³ in [0, 1), each as likely as the next. */
  uniform(): number;
  /** A whole number from 0 to 2³² − 1, each as likely as the next. */
  bits32(): number;
}

/**
 * The stream of random draws that belongs to a seed: Baagøe's Alea, whose arithmetic on doubles is exact, so that a seed
 * gives the same draws on every machine. The seeds 7 and '7' are the same seed.
 * @throws RangeError when the seed is missing, empty or not a number: Alea would repeat one stream in silence.
 */
export function stream(seed: string | number): RandomStream {
  if (typeof seed === 'string' ? seed === '' : !Number.isFinite(seed)) {
    const given = seed === '' ? 'empty' : `${seed}`;
    throw new RangeError(
      `seed is ${given}; give a nonempty text or a finite number, so that the draws can be replayed.`,
    );
  }
  const alea = seedrandom.alea(`${seed}`);
  return { uniform: () => alea.double(), bits32: () => alea.int32() >>> 0 };
}
