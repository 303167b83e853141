import { sgdLaws } from '../../../properties/9902-sgd/index.ts';
import { testLaws } from '../../../properties/vitest.ts';

testLaws(sgdLaws, { runs: 100, seed: 9902 });
