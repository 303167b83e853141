import seedrandom from 'seedrandom';

/** A 32-bit seed of its own for each name, so that laws do not share their draws. */
export const seedFor = (seed: number, name: string): number => seedrandom.alea(`${seed} ${name}`).int32();
