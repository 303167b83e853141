import { policyLaws } from '../../../properties/7737-policy-and-zeroth-order/index.ts';
import { testLaws } from '../../../properties/vitest.ts';

testLaws(policyLaws, { runs: 100, seed: 9902 });
