export { categorical, DRAWS, drawAction } from './categorical.ts';
export { standardGumbel } from './gumbel.ts';
export { naturalLogarithm } from './natural-logarithm.ts';
export { standardNormal, standardNormalPair } from './normal.ts';
export { type RandomStream, stream } from './stream.ts';
