import { laws } from '../../properties/index.ts';
import { testLaws } from '../../properties/vitest.ts';

testLaws(laws, { runs: 100, seed: 9902 });
