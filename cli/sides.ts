import type { Witness } from '../src/law/witness.ts';
import { numberIn, sideText } from './number-text.ts';
import { wrap } from './text.ts';

type Comparison = Witness['observed']['comparisons'][number];

const MOST = 3;
const SYMBOL = { '<=': '≤', '<': '<', '=': '=' } as const;

/** Both sides of the comparisons of a witness that fail, with their enclosures. */
export function sides({ by, comparisons }: Witness['observed'], indent = ''): string[] {
  const failing = comparisons.filter(fails);
  const shown = failing.length === 0 ? comparisons : failing;
  const lines = shown.slice(0, MOST).flatMap((comparison) => {
    const claimed = `claimed${comparison.name === undefined ? '' : ` for ${comparison.name}`}`;
    return [
      ...wrap(`${claimed}: left ${SYMBOL[comparison.relation]} right`, indent),
      ...wrap(`left  ${sideText(comparison.left)}`, `${indent}  `, `${indent}    `),
      ...wrap(`right ${sideText(comparison.right)}`, `${indent}  `, `${indent}    `),
    ];
  });
  const rest = shown.length - MOST;
  const more = rest > 0 ? [`${indent}… and ${rest} more comparisons fail`] : [];
  return [...lines, ...more, `${indent}(computed in the ${by} reading)`];
}

/** For choosing what to show only: the verdict was decided exactly. */
function fails({ relation, left, right }: Comparison): boolean {
  const [leftLow, leftHigh] = left.map(numberIn);
  const [rightLow, rightHigh] = right.map(numberIn);
  const above = leftLow!.gt(rightHigh!);
  if (relation === '<=') return above;
  return relation === '<' ? leftLow!.gte(rightHigh!) : above || leftHigh!.lt(rightLow!);
}
